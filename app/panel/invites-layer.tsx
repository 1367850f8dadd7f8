export default function InvitesLayer() {
  return null;
}
