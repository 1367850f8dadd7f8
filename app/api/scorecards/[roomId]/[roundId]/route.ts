import { answerFile } from '@/app/api/scorecards/answer-file';
import { scorecardHref } from '@/app/review/places';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** One scorecard as a file: exactly what its reader sees on its page. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const place = await params;
  return answerFile(request, { rounds: [place] }, { page: scorecardHref(place), name: 'scorecard' });
}
