import Activity from 'lucide-react/icons/activity';
import { MenuLink } from '@/app/ui/menu';

/** Links to how the questions of a pack did in one's own rounds. */
export function HealthLink({ packId }: { packId: string }) {
  return (
    <MenuLink href={`/packs/${packId}/health`} icon={<Activity size={16} aria-hidden="true" />}>
      Question health
    </MenuLink>
  );
}
