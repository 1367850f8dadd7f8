/** Where a browser that was just given a seat keeps this until it is back on the room's page. */
export const givenKey = (path: string) => `hotseat:given:${path}`;
