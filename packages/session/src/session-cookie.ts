/** The cookie in which a shopper's browser keeps the session's token: the storefront sets it, the gateway reads it. */
export const sessionCookieName = 'ib_session';
