import ExternalLink from 'lucide-react/icons/external-link';
import { buttonClass } from '@/app/ui/button-class';

interface CallLinkProps {
  href: string | null;
  /** Where something else on the screen is the strong thing. */
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
      <ExternalLink size={16} aria-hidden="true" />
      Open the call
    </a>
  );
}
