/** How much of everything is measured. */
export interface Scale {
  rounds: number;
  /** Server and load each have their own core, with priority over other programs. */
  isPinned: boolean;
  /** How many processes are tried with `--cluster`. */
  processes: number[];
  /** The length of each measured stretch. */
  seconds: number;
  /** Rooms of six people at one command per second each, for the fan-out. */
  fanoutRooms: number;
  /** The number of rooms for the ramp of rates. */
  rampRooms: number;
  /** The ramp's first rate, in commands per second, and how often the last step is halved at its end. */
  rampFrom: number;
  rampTo: number;
  bisections: number;
  /** Rooms that are opened and do nothing, for memory, idling and the storm; 334 hold 2,004 people. */
  quietRooms: number;
  /** Messages in the round before its late commands are measured. */
  messages: number;
  /** Notes of each panelist on each ask but the first. */
  notes: number;
  /** Rooms opened to see how the record grows. */
  diskRooms: number;
}

export const FULL: Scale = {
  rounds: 3,
  isPinned: true,
  processes: [1, 2, 3],
  seconds: 6,
  fanoutRooms: 40,
  rampRooms: 200,
  rampFrom: 400,
  rampTo: 40_000,
  bisections: 2,
  quietRooms: 334,
  messages: 998,
  notes: 10,
  diskRooms: 40,
};

/** Everything once and briefly: this shows that it runs, and says nothing about speed. */
export const QUICK: Scale = {
  rounds: 1,
  isPinned: false,
  processes: [2],
  seconds: 0.5,
  fanoutRooms: 4,
  rampRooms: 6,
  rampFrom: 50,
  rampTo: 70,
  bisections: 0,
  quietRooms: 10,
  messages: 20,
  notes: 2,
  diskRooms: 5,
};
