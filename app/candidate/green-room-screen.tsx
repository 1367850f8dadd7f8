export function GreenRoomScreen() {
  return null;
}
