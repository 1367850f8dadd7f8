import Phone from 'lucide-react/icons/phone';
import { buttonClass } from '@/app/ui/button-class';

interface CallLinkProps {
  href: string | null;
  /** For a bar on a screen whose primary button is another one; on a phone it is only the icon. */
  quiet?: boolean;
}

/** Opens the video call in a window of its own. Renders nothing if there is no call link. */
export function CallLink({ href, quiet }: CallLinkProps) {
  if (href === null) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      className={buttonClass({ size: 'sm', variant: quiet ? 'quiet' : 'plain' })}
    >
      <Phone size={16} aria-hidden="true" />
      <span className={quiet ? 'max-sm:sr-only' : undefined}>Open the call</span>
    </a>
  );
}
