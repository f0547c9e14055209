/** The channel on which all replicas are told that products or generations have changed. */
export const changedChannel = 'recommendations.changed';
