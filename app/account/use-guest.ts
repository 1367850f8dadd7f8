import { type RefObject, useRef, useState } from 'react';
import { enterAsGuest } from './enter-as-guest';
import { nameProblem } from './name-problem';

/** Somebody on their way to what they want: signed in already, or a guest who enters by a name first. */
export interface Guest {
  name: string;
  setName(name: string): void;
  field: RefObject<HTMLInputElement | null>;
  /** What is wrong with the name, once somebody has tried to go on. */
  problem: string | null;
  tried: boolean;
  /** False when the name has to be changed first: its field has the focus then. */
  isNamed(): boolean;
  /** Null when they are in, else what to tell them. Again only under another name, which renames them. */
  enter(): Promise<string | null>;
}

/** `called`: the name to begin with. That of somebody signed in is good as it is. */
export function useGuest(signedIn: boolean, called = ''): Guest {
  const [name, setName] = useState(called);
  /** The name that a guest is in by. */
  const [entered, setEntered] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wrong = signedIn && name === called ? null : nameProblem(name);
  return {
    name,
    setName,
    field,
    problem: tried ? wrong : null,
    tried,
    isNamed: () => {
      setTried(true);
      if (wrong) field.current?.focus();
      return wrong === null;
    },
    enter: async () => {
      if (signedIn || entered === name) return null;
      const rejected = await enterAsGuest(name);
      if (rejected === null) setEntered(name);
      return rejected;
    },
  };
}
