import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Money as MoneyModel } from '@infinite-blob/money/money';
import type { LiveCampaign as LiveCampaignModel, Campaign as CampaignModel } from './domain/campaign.ts';
import type { CampaignPage as CampaignPageModel } from './campaign-index.ts';
import type { ProductReference as ProductModel } from './domain/product-reference.ts';
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

/** A line that advertises one of the shop's artworks. Each ad served counts as one impression. */
export type Ad = {
  __typename?: 'Ad';
  /** Counts the click and redirects to the product. */
  clickUrl: Scalars['URL']['output'];
  /** Opaque; names the campaign. */
  id: Scalars['ID']['output'];
  /** The product it is for; null while the catalogue is away. */
  product?: Maybe<Product>;
  /** One line of plain text. */
  text: Scalars['String']['output'];
};

/** What advertises one artwork, for as long as it runs. For the admin alone. */
export type Campaign = {
  __typename?: 'Campaign';
  /** How often somebody followed its ads. */
  clicks: CampaignCount;
  /** How many impressions it may have a day, from midnight to midnight UTC; null for any number. */
  dailyBudget?: Maybe<Scalars['Int']['output']>;
  /** When it is over; null for never. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable; its ads have it too. */
  id: Scalars['ID']['output'];
  /** How many of its ads were served. */
  impressions: CampaignCount;
  /** Its ads come first where one of these is among the words of the page or the tags of the product. */
  keywords: Array<Scalars['String']['output']>;
  /** The product it is for; null while nothing is known of it, or the catalogue is away. */
  product?: Maybe<Product>;
  /** The handle of the product it is for. */
  productHandle: Scalars['String']['output'];
  /** When it begins; null for at once. */
  startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether its ads are being served at this moment. */
  status: CampaignStatus;
  /** What its ads say: one line of plain text. */
  text: Scalars['String']['output'];
  /** How often its ads are drawn compared with those of other campaigns: twice the weight, twice as often. */
  weight: Scalars['Float']['output'];
};

/** A page of campaigns. */
export type CampaignConnection = {
  __typename?: 'CampaignConnection';
  /** The page's campaigns with their cursors. */
  edges: Array<CampaignEdge>;
  /** The page's campaigns. */
  nodes: Array<Campaign>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** Campaigns in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** How often something happened to a campaign's ads. */
export type CampaignCount = {
  __typename?: 'CampaignCount';
  /** Since midnight UTC. */
  today: Scalars['Int']['output'];
  /** In all. */
  total: Scalars['Int']['output'];
};

/** A campaign and its place in the list. */
export type CampaignEdge = {
  __typename?: 'CampaignEdge';
  /** Its place: pass it as `after`. */
  cursor: Scalars['String']['output'];
  /** The campaign. */
  node: Campaign;
};

/** Why a campaign could not be created or changed. */
export type CampaignErrorCode =
  /** There is no campaign with this id. */
  | 'CAMPAIGN_NOT_FOUND'
  /** The daily budget is out of range. */
  | 'INVALID_BUDGET'
  /** The end is not after the start, or not in the future, or a date is out of range. */
  | 'INVALID_DATES'
  /** Another argument is out of range; `field` names it. */
  | 'INVALID_INPUT'
  /** The weight is out of range. */
  | 'INVALID_WEIGHT'
  /** There is no product with this handle, or none that the ads have heard of: a new one takes a moment. */
  | 'PRODUCT_NOT_FOUND'
  /** The product is no longer sold. */
  | 'PRODUCT_UNAVAILABLE';

/** A new campaign. */
export type CampaignInput = {
  /** The most impressions a day in UTC, 1 to 1,000,000,000; any number when left out. */
  dailyBudget?: InputMaybe<Scalars['Int']['input']>;
  /** When it is over: in the future and after `startsAt`; never when left out. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Up to 50, of 1 to 40 letters, digits, spaces, hyphens, apostrophes, + or &; kept in lower case. */
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The handle of the product it is for, which must be on sale. */
  productHandle: Scalars['String']['input'];
  /** When it begins; at once when left out. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 120 characters on one line. */
  text: Scalars['String']['input'];
  /** From 0.01 to 1,000; 1 when left out. */
  weight?: InputMaybe<Scalars['Float']['input']>;
};

/** What to change of a campaign; what is left out stays. */
export type CampaignPatch = {
  /** The most impressions a day in UTC, today's included: 1 to 1,000,000,000; null for any number. */
  dailyBudget?: InputMaybe<Scalars['Int']['input']>;
  /** When it is over: in the future and after `startsAt`; null for never. A campaign that was over goes on. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Replaces all keywords: up to 50, as in `CampaignInput`. */
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The handle of another product, which must be on sale. Links of ads that were served lead there as well. */
  productHandle?: InputMaybe<Scalars['String']['input']>;
  /** When it begins; null for at once. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 120 characters on one line. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** From 0.01 to 1,000. */
  weight?: InputMaybe<Scalars['Float']['input']>;
};

/** The outcome of a change to a campaign. */
export type CampaignPayload = {
  __typename?: 'CampaignPayload';
  /** The campaign as it is now; null when there are errors. */
  campaign?: Maybe<Campaign>;
  /** Empty when all went well. */
  userErrors: Array<CampaignUserError>;
};

/** Whether a campaign is being served and, if it is not, why. */
export type CampaignStatus =
  /** It had as many impressions today as its daily budget allows; it goes on at midnight UTC. */
  | 'BUDGET_SPENT'
  /** Ads are drawn from the 500 latest of the campaigns that run; this is an older one. */
  | 'CROWDED_OUT'
  /** It is over; the links of its ads still lead to the product. */
  | 'ENDED'
  /** Its product is not on sale. */
  | 'PRODUCT_UNAVAILABLE'
  /** It has not begun. */
  | 'SCHEDULED'
  /** Its ads are being served. */
  | 'SERVING';

/** Something about the call that must be mended first; nothing was changed. */
export type CampaignUserError = {
  __typename?: 'CampaignUserError';
  /** For programs. */
  code: CampaignErrorCode;
  /** The argument at fault, as a path. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** For people. */
  message: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Starts a campaign, or plans one. Needs the admin scope; without it: FORBIDDEN. */
  createCampaign: CampaignPayload;
  /**
   * Ends a campaign now: within two seconds it is served no more. The links of its ads still lead to the product. One that
   * is over stays as it is. Needs the admin scope; without it: FORBIDDEN.
   */
  endCampaign: CampaignPayload;
  /** Changes a campaign; ads follow within two seconds. Needs the admin scope; without it: FORBIDDEN. */
  updateCampaign: CampaignPayload;
};


export type MutationCreateCampaignArgs = {
  input: CampaignInput;
};


export type MutationEndCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateCampaignArgs = {
  id: Scalars['ID']['input'];
  patch: CampaignPatch;
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

export type Product = {
  __typename?: 'Product';
  /** One ad to show beside this product: never for the product itself. */
  ad?: Maybe<Ad>;
  handle: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  tags: Array<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** Picked for the words of the page. At most 10; a value out of range is BAD_USER_INPUT. */
  ads?: Maybe<Array<Ad>>;
  /** One campaign; null when there is none. Needs the admin scope; without it: FORBIDDEN. */
  campaign?: Maybe<Campaign>;
  /**
   * All campaigns, also those that are over, latest first. At most 100 a page; a value out of range is BAD_USER_INPUT.
   * Needs the admin scope; without it: FORBIDDEN.
   */
  campaigns?: Maybe<CampaignConnection>;
};


export type QueryAdsArgs = {
  contextKeys: Array<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCampaignsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & ( GraphQLRecursivePick<FederationTypes['Product'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Product'], {"handle":true}> )
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Product'], {"handle":true,"tags":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Ad: ResolverTypeWrapper<LiveCampaignModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Campaign: ResolverTypeWrapper<CampaignModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CampaignConnection: ResolverTypeWrapper<CampaignPageModel>;
  CampaignCount: ResolverTypeWrapper<CampaignCount>;
  CampaignEdge: ResolverTypeWrapper<Omit<CampaignEdge, 'node'> & { node: ResolversTypes['Campaign'] }>;
  CampaignErrorCode: CampaignErrorCode;
  CampaignInput: CampaignInput;
  CampaignPatch: CampaignPatch;
  CampaignPayload: ResolverTypeWrapper<Omit<CampaignPayload, 'campaign'> & { campaign?: Maybe<ResolversTypes['Campaign']> }>;
  CampaignStatus: CampaignStatus;
  CampaignUserError: ResolverTypeWrapper<CampaignUserError>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Product: ResolverTypeWrapper<ProductModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Ad: LiveCampaignModel;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Campaign: CampaignModel;
  Int: Scalars['Int']['output'];
  Float: Scalars['Float']['output'];
  CampaignConnection: CampaignPageModel;
  CampaignCount: CampaignCount;
  CampaignEdge: Omit<CampaignEdge, 'node'> & { node: ResolversParentTypes['Campaign'] };
  CampaignInput: CampaignInput;
  CampaignPatch: CampaignPatch;
  CampaignPayload: Omit<CampaignPayload, 'campaign'> & { campaign?: Maybe<ResolversParentTypes['Campaign']> };
  CampaignUserError: CampaignUserError;
  DateTime: Scalars['DateTime']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Product: ProductModel;
  Query: Record<PropertyKey, never>;
  URL: Scalars['URL']['output'];
};

export type AdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ad'] = ResolversParentTypes['Ad']> = {
  clickUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign']> = {
  clicks?: Resolver<ResolversTypes['CampaignCount'], ParentType, ContextType>;
  dailyBudget?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes['CampaignCount'], ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productHandle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CampaignStatus'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CampaignConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignConnection'] = ResolversParentTypes['CampaignConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CampaignEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Campaign']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CampaignCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignCount'] = ResolversParentTypes['CampaignCount']> = {
  today?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CampaignEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignEdge'] = ResolversParentTypes['CampaignEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
};

export type CampaignPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignPayload'] = ResolversParentTypes['CampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CampaignUserError']>, ParentType, ContextType>;
};

export type CampaignUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignUserError'] = ResolversParentTypes['CampaignUserError']> = {
  code?: Resolver<ResolversTypes['CampaignErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createCampaign?: Resolver<ResolversTypes['CampaignPayload'], ParentType, ContextType, RequireFields<MutationCreateCampaignArgs, 'input'>>;
  endCampaign?: Resolver<ResolversTypes['CampaignPayload'], ParentType, ContextType, RequireFields<MutationEndCampaignArgs, 'id'>>;
  updateCampaign?: Resolver<ResolversTypes['CampaignPayload'], ParentType, ContextType, RequireFields<MutationUpdateCampaignArgs, 'id' | 'patch'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ad?: Resolver<Maybe<ResolversTypes['Ad']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  ads?: Resolver<Maybe<Array<ResolversTypes['Ad']>>, ParentType, ContextType, RequireFields<QueryAdsArgs, 'contextKeys' | 'first'>>;
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType, RequireFields<QueryCampaignArgs, 'id'>>;
  campaigns?: Resolver<Maybe<ResolversTypes['CampaignConnection']>, ParentType, ContextType, RequireFields<QueryCampaignsArgs, 'first'>>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type Resolvers<ContextType = Context> = {
  Ad?: AdResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignConnection?: CampaignConnectionResolvers<ContextType>;
  CampaignCount?: CampaignCountResolvers<ContextType>;
  CampaignEdge?: CampaignEdgeResolvers<ContextType>;
  CampaignPayload?: CampaignPayloadResolvers<ContextType>;
  CampaignUserError?: CampaignUserErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  URL?: GraphQLScalarType;
};

