/** A small pack with one of most things that a pack may hold. */
export const EXAMPLE = `# Our panel

## Delivery

**Q1: How do you keep a deploy reversible?**

- Ships code and schema apart. _Context: rolling back code does not roll back a column._
- Ends every flag. _Context: an old flag is a branch that nobody tests._

**Why it is asked:** Most outages are changes.

**Follow-ups:**
- What if rows were written meanwhile? _When: the answer stops at the code._

**Anchors:**
- 1: Names a deploy tool.
- 3: Separates code from schema.
- 5: Has rehearsed the way back, data included.

**Level:** senior · **Target:** 3:00

## Communication

**Q1: Whom do you tell first when a release goes wrong?**

- Those who are hit. _Context: support hears it from customers otherwise._
- Says what is known, and when the next word comes.

## Checklist

- Prepare three stories. _Context: with a number before and a number after._
`;
