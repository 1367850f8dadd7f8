export function CandidateScreen() {
  return null;
}
