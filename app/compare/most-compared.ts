/** More columns would be too narrow to read. */
export const MOST_COMPARED = 6;
