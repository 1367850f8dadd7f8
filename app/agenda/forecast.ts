import type { PlanForecast } from '@/server/protocol/agenda-wish';

/** The forecast of a plan, as far as this browser knows it. */
export interface Forecast {
  /** The newest answer; null before the first one, and if there is nothing to ask. */
  forecast: PlanForecast | null;
  /** Whether the plan has changed since. */
  stale: boolean;
}
