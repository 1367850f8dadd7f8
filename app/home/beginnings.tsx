import { Button, ButtonLink } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';

/** The two ways in, side by side: start a panel, or join one. */
export function Beginnings() {
  return (
    <div className="grid divide-line max-md:divide-y md:grid-cols-2 md:divide-x">
      <section
        aria-labelledby="start"
        className="flex flex-col items-start gap-1 py-8 md:py-10 md:pr-6 lg:pr-12"
      >
        <h2 id="start" className="font-semibold text-xl">
          Start a panel
        </h2>
        <p className="max-w-[38ch] text-ink-soft">
          Pick a pack, open the room, send one link per role. An agenda is ready for you.
        </p>
        <div className="mt-5 flex flex-wrap gap-2">
          <ButtonLink href="/new" variant="primary" size="lg">
            Set up the room
          </ButtonLink>
          <ButtonLink href="/new?format=peer" size="lg">
            Practise with peers
          </ButtonLink>
        </div>
      </section>
      <section
        aria-labelledby="join"
        className="flex flex-col items-start gap-1 py-8 md:py-10 md:pl-6 lg:pl-12"
      >
        <h2 id="join" className="font-semibold text-xl">
          Join with a link or code
        </h2>
        <p className="max-w-[38ch] text-ink-soft">Your name is enough. The link decides your seat.</p>
        <form action="/join" className="mt-5 flex w-full gap-2">
          <Field label="Link or code" labelHidden className="min-w-0 flex-1">
            {(control) => (
              <Input
                {...control}
                name="link"
                required
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="Link or code"
                tall
              />
            )}
          </Field>
          <Button type="submit" size="lg">
            Join
          </Button>
        </form>
      </section>
    </div>
  );
}
