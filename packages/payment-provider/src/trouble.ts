/**
 * What goes wrong between the shop and the bank: the answer comes late; the bank says that it cannot now; it hears
 * nothing and no answer comes; it does what it was asked and no answer comes.
 */
export type Trouble = 'slow' | 'unavailable' | 'timeout_before' | 'timeout_after';
