/** The id of the bank's search field, so that `/` finds it. */
export const BANK_SEARCH = 'bank-search';
