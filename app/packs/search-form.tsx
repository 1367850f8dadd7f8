import Search from 'lucide-react/icons/search';
import Form from 'next/form';
import { Button } from '@/app/ui/button';
import { Input } from '@/app/ui/input';

/** Looks for words in every pack that this person may read. */
export function SearchForm({ query }: { query: string }) {
  return (
    <Form action="/packs" role="search" className="flex max-w-prose gap-2 pt-6">
      <Input
        type="search"
        name="q"
        key={query}
        defaultValue={query}
        maxLength={200}
        aria-label="Search all packs"
        placeholder="N+1, rate limit, conflict…"
      />
      <Button type="submit">
        <Search size={16} aria-hidden="true" />
        Search
      </Button>
    </Form>
  );
}
