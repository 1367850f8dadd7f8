import type { PlanForecast } from '@/server/protocol/agenda-wish';

/** What a plan comes to, as far as it is known here. */
export interface Forecast {
  /** The newest answer; null before the first, and where it cannot be asked. */
  forecast: PlanForecast | null;
  /** What was asked has changed since. */
  stale: boolean;
}
