import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyModel } from '@infinite-blob/money/money';
import type { Order as OrderModel } from './domain/order.ts';
import type { OrderLineOfOrder as OrderLineModel } from './resolvers/order.ts';
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
  /** Absolute http(s) URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
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

/** Who bought. */
export type Customer = {
  __typename?: 'Customer';
  /** Where the confirmation goes. */
  email: Scalars['String']['output'];
  /** Given name. */
  firstName: Scalars['String']['output'];
  /** Family name. */
  lastName: Scalars['String']['output'];
};

/** Who buys. */
export type CustomerInput = {
  /** Where the confirmation goes; up to 254 characters. */
  email: Scalars['String']['input'];
  /** 1 to 100 characters. */
  firstName: Scalars['String']['input'];
  /** 1 to 100 characters. */
  lastName: Scalars['String']['input'];
};

/** A link to the bought original: signed, good for 15 minutes, counted once however many ranges are fetched. */
export type Download = {
  __typename?: 'Download';
  /** When the link stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** How many more links may be made for this line. */
  remaining: Scalars['Int']['output'];
  /** Fetch it without further credentials. */
  url: Scalars['URL']['output'];
};

/** The outcome of asking for a download. */
export type DownloadPayload = {
  __typename?: 'DownloadPayload';
  /** The link; null when there are errors. */
  download?: Maybe<Download>;
  /** Empty when all went well. */
  userErrors: Array<OrderUserError>;
};

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

/** An exact amount of money, as an argument. */
export type MoneyInput = {
  /** In the currency's minor units. */
  amount: Scalars['Int']['input'];
  /** The currency that the amount is in. */
  currency: CurrencyCode;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Only while it is neither paid nor being charged. Cancelling a cancelled order returns it, without an error. */
  cancelOrder: OrderPayload;
  /**
   * Gives this session access to one order with the token from its mail: for the guest who opens the mail on another
   * device.
   */
  claimOrder: OrderPayload;
  /** Makes a link to the original of a bought line, from PAID on: 5 times a line. */
  createDownload: DownloadPayload;
  /** Places an order for what is in the cart. The cart keeps its lines until the order is paid. */
  placeOrder: OrderPayload;
  /**
   * Pays an order back. Returns at once with payment.status REFUND_PENDING; REFUNDED follows when the provider has paid
   * back. Needs the admin scope; without it: FORBIDDEN.
   */
  refundOrder: OrderPayload;
  /** A declined order is charged again with another payment method; the key works as in placeOrder. */
  retryPayment: OrderPayload;
};


export type MutationCancelOrderArgs = {
  orderId: Scalars['ID']['input'];
};


export type MutationClaimOrderArgs = {
  orderId: Scalars['ID']['input'];
  token: Scalars['String']['input'];
};


export type MutationCreateDownloadArgs = {
  lineId: Scalars['ID']['input'];
  orderId: Scalars['ID']['input'];
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationRefundOrderArgs = {
  orderId: Scalars['ID']['input'];
};


export type MutationRetryPaymentArgs = {
  idempotencyKey: Scalars['String']['input'];
  orderId: Scalars['ID']['input'];
  paymentMethod: Scalars['String']['input'];
};

/** An order, from the moment it is placed. */
export type Order = {
  __typename?: 'Order';
  /** The code of the coupon that took it off. */
  coupon?: Maybe<Scalars['String']['output']>;
  /**
   * What takes the invoice back after a refund. Signed, good for 15 minutes from this read, not counted; null until the
   * credit note exists, shortly after the order is REFUNDED.
   */
  creditNoteUrl?: Maybe<Scalars['URL']['output']>;
  /** Who bought. */
  customer: Customer;
  /** What the coupon took off. */
  discount: Money;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Signed, good for 15 minutes from this read, not counted; null until the invoice exists. */
  invoiceUrl?: Maybe<Scalars['URL']['output']>;
  /** What was bought. */
  lines: Array<OrderLine>;
  /** For people: IB-000123. */
  number: Scalars['String']['output'];
  /** The money's side. */
  payment: Payment;
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Where it is in its life. */
  status: OrderStatus;
  /** The sum of all lines. */
  subtotal: Money;
  /** Every step so far, oldest first. */
  timeline: Array<OrderEvent>;
  /** What is or was to be paid. */
  total: Money;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The page's orders with their cursors. */
  edges: Array<OrderEdge>;
  /** The page's orders. */
  nodes: Array<Order>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All of the caller's orders. */
  totalCount: Scalars['Int']['output'];
};

/** An order and its place in the list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Its place: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The order. */
  node: Order;
};

/** Why something could not be done with an order. */
export type OrderErrorCode =
  /** The token does not give access to this order. */
  | 'ACCESS_DENIED'
  /** There is nothing in the cart. */
  | 'CART_EMPTY'
  /** The cart's coupon can not be used. */
  | 'COUPON_INVALID'
  /** The file was downloaded as often as it may. */
  | 'DOWNLOADS_USED_UP'
  /** This key was used with another input before. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A name or the e-mail address is not usable; `field` says which. */
  | 'INVALID_CUSTOMER'
  /** Another argument is out of range; `field` says which. */
  | 'INVALID_INPUT'
  /** The payment provider knows no such payment method. */
  | 'INVALID_PAYMENT_METHOD'
  /** The order is paid, being charged or over. */
  | 'NOT_CANCELLABLE'
  /** The order is not paid, was refunded, or has no such line. */
  | 'NOT_DOWNLOADABLE'
  /** The order is not paid, or was refunded. */
  | 'NOT_REFUNDABLE'
  /** Only a declined order can be retried. */
  | 'NOT_RETRYABLE'
  /** An order for this very cart is being paid already; it is in `order`. */
  | 'ORDER_IN_PROGRESS'
  /** The caller has no such order. */
  | 'ORDER_NOT_FOUND'
  /** The total is not what the shopper was shown; look at the cart again. */
  | 'PRICE_CHANGED'
  /** A product in the cart is no longer sold. */
  | 'PRODUCT_UNAVAILABLE'
  /** A part of the shop does not answer; try again with the same key. */
  | 'SERVICE_UNAVAILABLE';

/** One step of the order's life, oldest first. What the storefront's timeline shows. */
export type OrderEvent = {
  __typename?: 'OrderEvent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** More about it, for people. */
  detail?: Maybe<Scalars['String']['output']>;
  /** The status it brought. */
  status: OrderStatus;
};

/** One bought product, with its name and price as they were when the order was placed. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** How often the file may still be downloaded; null until paid and after a refund. */
  downloadsRemaining?: Maybe<Scalars['Int']['output']>;
  /** Opaque; names the line in `createDownload`. */
  id: Scalars['ID']['output'];
  /** Its name when the order was placed. */
  name: Scalars['String']['output'];
  /** The product as it is today; null while the catalogue is away. */
  product?: Maybe<Product>;
  /** How many licences. */
  quantity: Scalars['Int']['output'];
  /** The unit price times the quantity. */
  total: Money;
  /** For one, when the order was placed. */
  unitPrice: Money;
};

/** The outcome of a command on an order. */
export type OrderPayload = {
  __typename?: 'OrderPayload';
  /** The order as it is now. */
  order?: Maybe<Order>;
  /** Empty when all went well. */
  userErrors: Array<OrderUserError>;
};

/**
 * Where an order is in its life: PLACED → PAID → INVOICED → COMPLETED. A declined payment makes it DECLINED, from
 * where it can be retried; it is CANCELLED while not paid, REFUNDED afterwards.
 */
export type OrderStatus =
  /** Called off before it was paid. */
  | 'CANCELLED'
  /** The confirmation is on its way; nothing more to do. */
  | 'COMPLETED'
  /** The payment was declined; `retryPayment` tries again. */
  | 'DECLINED'
  /** The invoice exists. */
  | 'INVOICED'
  /** The money has arrived; downloads are open. */
  | 'PAID'
  /** Taken; the payment is to be made. */
  | 'PLACED'
  /** Paid back; downloads are closed. */
  | 'REFUNDED';

/** Something about the call that must be mended first; nothing was changed. */
export type OrderUserError = {
  __typename?: 'OrderUserError';
  /** For programs. */
  code: OrderErrorCode;
  /** The argument at fault, as a path. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** For people. */
  message: Scalars['String']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the page's last entry: pass it as `after`. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are some before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first entry: pass it as `before`. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** The money's side of an order. */
export type Payment = {
  __typename?: 'Payment';
  /** When the money arrived. */
  chargedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was declined, as the provider says it: card_declined, insufficient_funds, expired_card, processing_error. */
  declineCode?: Maybe<Scalars['String']['output']>;
  /** The card's last four digits; null until charged or declined. */
  last4?: Maybe<Scalars['String']['output']>;
  /** The payment method of the provider, as it was given. */
  method: Scalars['String']['output'];
  /** When it was paid back. */
  refundedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the payment stands. */
  status: PaymentStatus;
};

/** Where a payment stands. */
export type PaymentStatus =
  /** The provider said no. */
  | 'DECLINED'
  /** Waits for its turn; the order can still be cancelled. */
  | 'PENDING'
  /** Being charged. */
  | 'PROCESSING'
  /** Paid back. */
  | 'REFUNDED'
  /** Being paid back. */
  | 'REFUND_PENDING'
  /** The money has arrived. */
  | 'SUCCEEDED';

/** What it takes to place an order for what is in the cart. */
export type PlaceOrderInput = {
  /** Who buys. */
  customer: CustomerInput;
  /** What the shopper was shown. When given and not the total any more: PRICE_CHANGED, and nothing is placed. */
  expectedTotal?: InputMaybe<MoneyInput>;
  /**
   * Chosen by the client, 1 to 64 characters. The same key in the same session with the same input returns the same
   * order, even when the cart is empty by then: it never places or charges twice.
   */
  idempotencyKey: Scalars['String']['input'];
  /**
   * A payment method of the payment provider. The built-in test provider takes Stripe's test names: pm_card_visa,
   * pm_card_mastercard, pm_card_chargeDeclined, pm_card_chargeDeclinedInsufficientFunds,
   * pm_card_chargeDeclinedExpiredCard, pm_card_chargeDeclinedProcessingError. To see a payment survive trouble:
   * pm_test_slow (answered after 3 s), pm_test_unavailable (503 twice before), pm_test_timeoutBeforeCharge and
   * pm_test_timeoutAfterCharge (no answer to the first call, without or with a charge); each is paid once in the end.
   */
  paymentMethod: Scalars['String']['input'];
};

export type Product = {
  __typename?: 'Product';
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The caller's own order, or null: another session's order is never told apart from one that does not exist. */
  order?: Maybe<Order>;
  /** The caller's own orders, newest first. At most 100 a page; a value out of range is BAD_USER_INPUT. */
  orders?: Maybe<OrderConnection>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * The order as it is now, at once, and again after changes of its status, in strictly increasing order, until it rests
   * (COMPLETED, CANCELLED, REFUNDED; a DECLINED order may still move). Close changes may come as one; the timeline is
   * always whole, and the resting state always arrives. Any field of Order may be selected, those that other subgraphs
   * own included. Only for the caller's own order; another's is ORDER_NOT_FOUND, like one that does not exist.
   */
  orderStatusChanged: Order;
};


export type SubscriptionOrderStatusChangedArgs = {
  orderId: Scalars['ID']['input'];
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
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CurrencyCode: CurrencyCode;
  Customer: ResolverTypeWrapper<Customer>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CustomerInput: CustomerInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Download: ResolverTypeWrapper<Download>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DownloadPayload: ResolverTypeWrapper<DownloadPayload>;
  Money: ResolverTypeWrapper<MoneyModel>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Order: ResolverTypeWrapper<OrderModel>;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OrderEdge']>, nodes: Array<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderErrorCode: OrderErrorCode;
  OrderEvent: ResolverTypeWrapper<OrderEvent>;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  OrderPayload: ResolverTypeWrapper<Omit<OrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  OrderStatus: OrderStatus;
  OrderUserError: ResolverTypeWrapper<OrderUserError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Payment: ResolverTypeWrapper<Payment>;
  PaymentStatus: PaymentStatus;
  PlaceOrderInput: PlaceOrderInput;
  Product: ResolverTypeWrapper<Product>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Customer: Customer;
  String: Scalars['String']['output'];
  CustomerInput: CustomerInput;
  DateTime: Scalars['DateTime']['output'];
  Download: Download;
  Int: Scalars['Int']['output'];
  DownloadPayload: DownloadPayload;
  Money: MoneyModel;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Order: OrderModel;
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OrderEdge']>, nodes: Array<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderEvent: OrderEvent;
  OrderLine: OrderLineModel;
  OrderPayload: Omit<OrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  OrderUserError: OrderUserError;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Payment: Payment;
  PlaceOrderInput: PlaceOrderInput;
  Product: Product;
  Query: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  URL: Scalars['URL']['output'];
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DownloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Download'] = ResolversParentTypes['Download']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type DownloadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DownloadPayload'] = ResolversParentTypes['DownloadPayload']> = {
  download?: Resolver<Maybe<ResolversTypes['Download']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  formatted?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<MoneyFormattedArgs, 'locale'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'orderId'>>;
  claimOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationClaimOrderArgs, 'orderId' | 'token'>>;
  createDownload?: Resolver<ResolversTypes['DownloadPayload'], ParentType, ContextType, RequireFields<MutationCreateDownloadArgs, 'lineId' | 'orderId'>>;
  placeOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  refundOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'orderId'>>;
  retryPayment?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationRetryPaymentArgs, 'idempotencyKey' | 'orderId' | 'paymentMethod'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  coupon?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditNoteUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['OrderEvent']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  downloadsRemaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderPayload'] = ResolversParentTypes['OrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrderUserError']>, ParentType, ContextType>;
};

export type OrderUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderUserError'] = ResolversParentTypes['OrderUserError']> = {
  code?: Resolver<ResolversTypes['OrderErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  chargedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  last4?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refundedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderStatusChanged?: SubscriptionResolver<ResolversTypes['Order'], "orderStatusChanged", ParentType, ContextType, RequireFields<SubscriptionOrderStatusChangedArgs, 'orderId'>>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type Resolvers<ContextType = Context> = {
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Download?: DownloadResolvers<ContextType>;
  DownloadPayload?: DownloadPayloadResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderPayload?: OrderPayloadResolvers<ContextType>;
  OrderUserError?: OrderUserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  URL?: GraphQLScalarType;
};

