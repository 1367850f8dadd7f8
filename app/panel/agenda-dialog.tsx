export default function AgendaDialog() {
  return null;
}
