import ExternalLink from 'lucide-react/icons/external-link';
import { buttonClass } from '@/app/ui/button-class';

/** The way to the video call, in a window of its own. Nothing when there is none. */
export function CallLink({ href }: { href: string | null }) {
  if (href === null) return null;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={buttonClass({ size: 'sm' })}>
      <ExternalLink size={16} aria-hidden="true" />
      Open the call
    </a>
  );
}
