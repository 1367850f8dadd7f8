import { PackText } from './pack-text';

/** Why a sample answer's rating is not one higher or lower, in a description list. */
export function NotAnother({ notHigher, notLower }: { notHigher: string | null; notLower: string | null }) {
  return (
    <>
      <Reason title="Why not higher" text={notHigher} />
      <Reason title="Why not lower" text={notLower} />
    </>
  );
}

function Reason({ title, text }: { title: string; text: string | null }) {
  if (text === null) return null;
  return (
    <div>
      <dt className="text-ink-soft">{title}</dt>
      <dd>
        <PackText>{text}</PackText>
      </dd>
    </div>
  );
}
