/** The id of the lines across the top. They have the focus after a decision: a second press would decide about the next person. */
export const BANNERS = 'to-act-on';
