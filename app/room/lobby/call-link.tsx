import Phone from 'lucide-react/icons/phone';
import { buttonClass } from '@/app/ui/button-class';

interface CallLinkProps {
  href: string | null;
  /** In a bar, where something else on the screen is the strong thing; on a phone the icon alone. */
  quiet?: boolean;
}

/** The way to the video call, in a window of its own. Nothing when there is none. */
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
