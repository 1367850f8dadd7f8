/** The id of the lines at the top. They get the focus after a decision about a person, since a second press would decide about the next one. */
export const BANNERS = 'to-act-on';
