import { ButtonLink } from '@/app/ui/button';

/** For an evening when nobody else has time. */
export function PractiseAlone() {
  return (
    <section
      aria-labelledby="practise"
      className="flex flex-col items-start gap-1 py-8 md:py-10 md:pl-6 lg:pl-12"
    >
      <h2 id="practise" className="font-semibold text-xl">
        Practise alone
      </h2>
      <p className="max-w-[38ch] text-ink-soft">
        A panel for one: answer aloud, listen again, compare with sample answers, and rate yourself.
      </p>
      <ButtonLink href="/practise" size="lg" className="mt-5">
        Practise alone
      </ButtonLink>
    </section>
  );
}
