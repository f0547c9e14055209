/** The channel on which a replica tells the others that what ads are drawn from has changed. */
export const changedChannel = 'ads.changed';
