import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyModel } from '@infinite-blob/money/money';
import type { PricedCart as CartModel, PricedLine as CartLineModel } from './domain/priced-cart.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO-8601 instant in UTC, such as 2026-11-23T08:15:30.000Z. */
  DateTime: { input: number; output: number; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** The session's shopping cart: up to 50 lines. */
export type Cart = {
  __typename?: 'Cart';
  /** The code of the coupon that is applied. */
  coupon?: Maybe<Scalars['String']['output']>;
  /** Kept on the cart; the order inherits it. Unit prices are converted and rounded first, then multiplied and summed. */
  currency: CurrencyCode;
  /** What the coupon takes off the subtotal. */
  discount: Money;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** In the order they were added. */
  lines: Array<CartLine>;
  /** What changed since the shopper last looked. */
  notices: Array<CartNotice>;
  /** The sum of all lines. */
  subtotal: Money;
  /** What is to be paid: the subtotal less the discount. */
  total: Money;
  /** The sum of all lines' quantities. */
  totalQuantity: Scalars['Int']['output'];
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Why a cart could not be changed. */
export type CartErrorCode =
  /** A cart holds up to 50 lines. */
  | 'CART_FULL'
  /** The coupon's time is over. */
  | 'COUPON_EXPIRED'
  /** The cart's subtotal is below what the coupon asks for. */
  | 'COUPON_MINIMUM_NOT_MET'
  /** There is no such coupon. */
  | 'COUPON_NOT_FOUND'
  /** The coupon has been used as often as it may. */
  | 'COUPON_USED_UP'
  /** A line's quantity is from 1 to 99. */
  | 'INVALID_QUANTITY'
  /** The cart has no line with this id. */
  | 'LINE_NOT_FOUND'
  /** There is no product with this id. */
  | 'PRODUCT_NOT_FOUND'
  /** The product is no longer sold. */
  | 'PRODUCT_UNAVAILABLE'
  /** The catalogue does not answer; try again in a moment. */
  | 'SERVICE_UNAVAILABLE';

/** One product in a cart. A quantity is from 1 to 99. */
export type CartLine = {
  __typename?: 'CartLine';
  /** Opaque; names the line in `updateCartLine` and `removeFromCart`. */
  id: Scalars['ID']['output'];
  /** The product's name. */
  name: Scalars['String']['output'];
  /** The product; null while the catalogue is away. */
  product?: Maybe<Product>;
  /** From 1 to 99. */
  quantity: Scalars['Int']['output'];
  /** The unit price times the quantity. */
  total: Money;
  /** For one, in the cart's currency. */
  unitPrice: Money;
};

/** Something that changed since the shopper last looked: a price, a product no longer sold, a coupon no longer valid. */
export type CartNotice = {
  __typename?: 'CartNotice';
  /** For programs. */
  code: CartNoticeCode;
  /** The line it is about, if about one. */
  lineId?: Maybe<Scalars['ID']['output']>;
  /** For people. */
  message: Scalars['String']['output'];
};

/** What changed in a cart without the shopper's doing. */
export type CartNoticeCode =
  /** The coupon no longer holds for this cart and was taken off. */
  | 'COUPON_REMOVED'
  /** The product costs more or less than when it was added. */
  | 'PRICE_CHANGED'
  /** The product is no longer sold; remove the line to go on. */
  | 'PRODUCT_UNAVAILABLE';

/** The outcome of a change to the cart. */
export type CartPayload = {
  __typename?: 'CartPayload';
  /** The cart as it is now; null when there are errors. */
  cart?: Maybe<Cart>;
  /** Empty when all went well. */
  userErrors: Array<CartUserError>;
};

/** Something about the call that must be mended first; nothing was changed. */
export type CartUserError = {
  __typename?: 'CartUserError';
  /** For programs. */
  code: CartErrorCode;
  /** The argument at fault, as a path. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** For people. */
  message: Scalars['String']['output'];
};

/** A cart at a moment of placing, priced afresh. For the orders service alone. */
export type Checkout = {
  __typename?: 'Checkout';
  cartId: Scalars['ID']['output'];
  coupon?: Maybe<Scalars['String']['output']>;
  currency: CurrencyCode;
  discount: Money;
  lines: Array<CheckoutLine>;
  /** Units of the cart's currency for one US dollar. */
  rate: Scalars['Float']['output'];
  subtotal: Money;
  total: Money;
  /** Goes up with each change of the cart. */
  version: Scalars['Int']['output'];
};

/** One line of a checkout. For the orders service alone. */
export type CheckoutLine = {
  __typename?: 'CheckoutLine';
  available: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  productId: Scalars['ID']['output'];
  quantity: Scalars['Int']['output'];
  total: Money;
  unitPrice: Money;
};

/** Whether a coupon could be held for an order. For the orders service alone. */
export type CouponReservation = {
  __typename?: 'CouponReservation';
  /** Why not, for people. */
  reason?: Maybe<Scalars['String']['output']>;
  reserved: Scalars['Boolean']['output'];
};

/** The currencies that prices can be asked in, by ISO 4217 code. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** Pound sterling. */
  | 'GBP'
  /** Indian rupee. */
  | 'INR'
  /** Japanese yen, which has no smaller unit. */
  | 'JPY'
  /** US dollar: what the catalogue is priced in. */
  | 'USD';

/** An exact amount of money. Never a float. */
export type Money = {
  __typename?: 'Money';
  /** In the currency's minor units: 1200 is $12.00, 1200 JPY is ¥1200. */
  amount: Scalars['Int']['output'];
  /** The currency that the amount is in. */
  currency: CurrencyCode;
  /** For people, in the asked locale (a BCP 47 tag): $12.00, 12,00 €. */
  formatted: Scalars['String']['output'];
};


/** An exact amount of money. Never a float. */
export type MoneyFormattedArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a product, or more of one that is in the cart. More than 99 of one is INVALID_QUANTITY, never silently less. */
  addToCart: CartPayload;
  /** Applies a coupon; it replaces the one that was applied. Letters' case does not matter. */
  applyCoupon: CartPayload;
  /** Takes all lines and the coupon out; the currency stays. */
  clearCart: CartPayload;
  /** Takes the coupon off. */
  removeCoupon: CartPayload;
  /** Takes a line out. */
  removeFromCart: CartPayload;
  /** Holds one use of a coupon for an order; the same order holds it once. For the orders service alone. */
  reserveCoupon: CouponReservation;
  /** Shows and charges all prices in this currency from now on. */
  setCartCurrency: CartPayload;
  /** Sets a line's quantity, 1 to 99. To take a line out, use `removeFromCart`. */
  updateCartLine: CartPayload;
};


export type MutationAddToCartArgs = {
  productId: Scalars['ID']['input'];
  quantity?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationApplyCouponArgs = {
  code: Scalars['String']['input'];
};


export type MutationRemoveFromCartArgs = {
  lineId: Scalars['ID']['input'];
};


export type MutationReserveCouponArgs = {
  code: Scalars['String']['input'];
  email: Scalars['String']['input'];
  orderId: Scalars['ID']['input'];
  orderVersion?: Scalars['Int']['input'];
};


export type MutationSetCartCurrencyArgs = {
  currency: CurrencyCode;
};


export type MutationUpdateCartLineArgs = {
  lineId: Scalars['ID']['input'];
  quantity: Scalars['Int']['input'];
};

export type Product = {
  __typename?: 'Product';
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The session's own cart; an empty one for a new session. Needs a session; without one: UNAUTHENTICATED. */
  cart?: Maybe<Cart>;
  /** The session's cart for placing. For the orders service alone. */
  checkout: Checkout;
};


export type QueryCheckoutArgs = {
  sessionId: Scalars['ID']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cart: Cart;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Cart: ResolverTypeWrapper<CartModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CartErrorCode: CartErrorCode;
  CartLine: ResolverTypeWrapper<CartLineModel>;
  CartNotice: ResolverTypeWrapper<CartNotice>;
  CartNoticeCode: CartNoticeCode;
  CartPayload: ResolverTypeWrapper<Omit<CartPayload, 'cart'> & { cart?: Maybe<ResolversTypes['Cart']> }>;
  CartUserError: ResolverTypeWrapper<CartUserError>;
  Checkout: ResolverTypeWrapper<Omit<Checkout, 'discount' | 'lines' | 'subtotal' | 'total'> & { discount: ResolversTypes['Money'], lines: Array<ResolversTypes['CheckoutLine']>, subtotal: ResolversTypes['Money'], total: ResolversTypes['Money'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CheckoutLine: ResolverTypeWrapper<Omit<CheckoutLine, 'total' | 'unitPrice'> & { total: ResolversTypes['Money'], unitPrice: ResolversTypes['Money'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CouponReservation: ResolverTypeWrapper<CouponReservation>;
  CurrencyCode: CurrencyCode;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Money: ResolverTypeWrapper<MoneyModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Product: ResolverTypeWrapper<Product>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Cart: CartModel;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  CartLine: CartLineModel;
  CartNotice: CartNotice;
  CartPayload: Omit<CartPayload, 'cart'> & { cart?: Maybe<ResolversParentTypes['Cart']> };
  CartUserError: CartUserError;
  Checkout: Omit<Checkout, 'discount' | 'lines' | 'subtotal' | 'total'> & { discount: ResolversParentTypes['Money'], lines: Array<ResolversParentTypes['CheckoutLine']>, subtotal: ResolversParentTypes['Money'], total: ResolversParentTypes['Money'] };
  Float: Scalars['Float']['output'];
  CheckoutLine: Omit<CheckoutLine, 'total' | 'unitPrice'> & { total: ResolversParentTypes['Money'], unitPrice: ResolversParentTypes['Money'] };
  Boolean: Scalars['Boolean']['output'];
  CouponReservation: CouponReservation;
  DateTime: Scalars['DateTime']['output'];
  Money: MoneyModel;
  Mutation: Record<PropertyKey, never>;
  Product: Product;
  Query: Record<PropertyKey, never>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  coupon?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CartLine']>, ParentType, ContextType>;
  notices?: Resolver<Array<ResolversTypes['CartNotice']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  totalQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CartLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartLine'] = ResolversParentTypes['CartLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CartNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartNotice'] = ResolversParentTypes['CartNotice']> = {
  code?: Resolver<ResolversTypes['CartNoticeCode'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPayload'] = ResolversParentTypes['CartPayload']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CartUserError']>, ParentType, ContextType>;
};

export type CartUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartUserError'] = ResolversParentTypes['CartUserError']> = {
  code?: Resolver<ResolversTypes['CartErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CheckoutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Checkout'] = ResolversParentTypes['Checkout']> = {
  cartId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  coupon?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CheckoutLine']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CheckoutLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckoutLine'] = ResolversParentTypes['CheckoutLine']> = {
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CouponReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CouponReservation'] = ResolversParentTypes['CouponReservation']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addToCart?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationAddToCartArgs, 'productId' | 'quantity'>>;
  applyCoupon?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationApplyCouponArgs, 'code'>>;
  clearCart?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType>;
  removeCoupon?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType>;
  removeFromCart?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationRemoveFromCartArgs, 'lineId'>>;
  reserveCoupon?: Resolver<ResolversTypes['CouponReservation'], ParentType, ContextType, RequireFields<MutationReserveCouponArgs, 'code' | 'email' | 'orderId' | 'orderVersion'>>;
  setCartCurrency?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationSetCartCurrencyArgs, 'currency'>>;
  updateCartLine?: Resolver<ResolversTypes['CartPayload'], ParentType, ContextType, RequireFields<MutationUpdateCartLineArgs, 'lineId' | 'quantity'>>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cart?: Resolver<Maybe<ResolversTypes['Cart']>, ParentType, ContextType>;
  checkout?: Resolver<ResolversTypes['Checkout'], ParentType, ContextType, RequireFields<QueryCheckoutArgs, 'sessionId'>>;
};

export type Resolvers<ContextType = Context> = {
  Cart?: CartResolvers<ContextType>;
  CartLine?: CartLineResolvers<ContextType>;
  CartNotice?: CartNoticeResolvers<ContextType>;
  CartPayload?: CartPayloadResolvers<ContextType>;
  CartUserError?: CartUserErrorResolvers<ContextType>;
  Checkout?: CheckoutResolvers<ContextType>;
  CheckoutLine?: CheckoutLineResolvers<ContextType>;
  CouponReservation?: CouponReservationResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
};

