import { answerFile } from '@/app/api/scorecards/answer-file';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** One scorecard as a file: exactly what its reader sees on its page. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { roomId, roundId } = await params;
  return answerFile(request, { rounds: [{ roomId, roundId }] }, 'scorecard');
}
