-- Moments: what employees show the customers they know. docs/decisions/0024 explains it.
create table moment_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- What is shown, once for all who show it.
create table moment (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null references org (id),
    kind         text        not null check (kind in ('COMPANY', 'PERSONAL')),
    creator_id   bigint      not null references principal (id),
    text         text        not null check (char_length(text) <= 2000),
    files        bigint[]    not null check (cardinality(files) <= 9), -- uploads: pictures in order, or one video
    video        boolean     not null,
    link_url     text        not null default '' check (char_length(link_url) <= 2000),
    link_title   text        not null default '' check (char_length(link_title) <= 60),
    tags         bigint[]    not null,                -- of the module customerprofile; none: everybody
    all_tags     boolean     not null,
    senders      jsonb,                               -- a range of members, of company moments
    client_key   text        not null,                -- a repeat of the request makes nothing new
    publish_at   timestamptz not null,
    published_at timestamptz,                         -- null: waits for its time
    withdrawn_at timestamptz,
    withdrawn_by bigint references principal (id),
    created_at   timestamptz not null,
    unique (org_id, id),
    unique (org_id, creator_id, client_key),
    check ((kind = 'COMPANY') = (senders is not null)),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index moment_company_idx on moment (org_id, id desc) where kind = 'COMPANY';
-- How many an employee has published on a day.
create index moment_day_idx on moment (org_id, creator_id, publish_at) where kind = 'PERSONAL';

-- Whoever is to show a company moment and whether he has.
create table moment_task (
    org_id       bigint      not null,
    moment_id    bigint      not null,
    member_id    bigint      not null references principal (id),
    customers    integer     not null,                -- whom it would reach when it was given
    confirmed_at timestamptz,
    primary key (org_id, moment_id, member_id),
    foreign key (org_id, moment_id) references moment (org_id, id)
);
create index moment_task_open_idx on moment_task (org_id, member_id, moment_id desc) where confirmed_at is null;

-- When whoever has not confirmed was reminded.
create table moment_nudge (
    id        bigint generated always as identity primary key,
    org_id    bigint      not null,
    moment_id bigint      not null,
    by_id     bigint      not null references principal (id),
    at        timestamptz not null,
    foreign key (org_id, moment_id) references moment (org_id, id)
);
create index moment_nudge_idx on moment_nudge (org_id, moment_id, at);

-- All that one author shows to the same tags: whether a customer may look is asked once for a channel, not for each post.
create table moment_channel (
    id        bigint generated always as identity primary key,
    org_id    bigint   not null references org (id),
    author_id bigint   not null references principal (id),
    all_tags  boolean  not null,
    tags      bigint[] not null,                      -- in order
    unique (org_id, id),
    unique (org_id, author_id, all_tags, tags)
);

-- A moment as one employee shows it.
create table moment_post (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null,
    moment_id    bigint      not null,
    author_id    bigint      not null references principal (id),
    channel_id   bigint      not null,
    created_at   timestamptz not null,
    published_at timestamptz,                         -- null: on its way, nobody sees it
    withdrawn_at timestamptz,
    reached      integer     not null default 0,      -- customers for whom it was published
    likes        integer     not null default 0,
    comments     integer     not null default 0,
    seen         integer     not null default 0,
    unique (org_id, id),
    unique (org_id, moment_id, author_id),
    foreign key (org_id, moment_id) references moment (org_id, id),
    foreign key (org_id, channel_id) references moment_channel (org_id, id)
) with (fillfactor = 80);
-- The feed: of each channel the newest.
create index moment_post_feed_idx on moment_post (org_id, channel_id, published_at desc, id desc)
    where published_at is not null and withdrawn_at is null;
create index moment_post_author_idx on moment_post (org_id, author_id, id desc);
create index moment_post_list_idx on moment_post (org_id, id desc);

-- By whom a customer was shown a company moment; how many in a month; whom a post passes by.
create table moment_reach (
    org_id      bigint not null,
    customer_id bigint not null references principal (id),
    moment_id   bigint not null,
    post_id     bigint not null,
    primary key (org_id, customer_id, moment_id),
    foreign key (org_id, post_id) references moment_post (org_id, id)
);
create table moment_month (
    org_id      bigint  not null,
    customer_id bigint  not null references principal (id),
    month       date    not null,
    shown       integer not null check (shown >= 0),
    primary key (org_id, customer_id, month)
) with (fillfactor = 80);
create table moment_skip (
    org_id      bigint not null,
    post_id     bigint not null,
    customer_id bigint not null references principal (id),
    primary key (org_id, post_id, customer_id),
    foreign key (org_id, post_id) references moment_post (org_id, id)
);

create table moment_like (
    id          bigint generated always as identity,
    org_id      bigint      not null,
    post_id     bigint      not null,
    customer_id bigint      not null references principal (id),
    at          timestamptz not null,
    primary key (org_id, post_id, customer_id),
    foreign key (org_id, post_id) references moment_post (org_id, id)
);
create index moment_like_list_idx on moment_like (org_id, post_id, id desc);

create table moment_seen (
    id          bigint generated always as identity,
    org_id      bigint      not null,
    post_id     bigint      not null,
    customer_id bigint      not null references principal (id),
    at          timestamptz not null,
    primary key (org_id, post_id, customer_id),
    foreign key (org_id, post_id) references moment_post (org_id, id)
);
create index moment_seen_list_idx on moment_seen (org_id, post_id, id desc);

-- Under a post each customer talks with the author in a thread of his own.
create table moment_comment (
    id             bigint generated always as identity primary key,
    org_id         bigint      not null,
    post_id        bigint      not null,
    post_author_id bigint      not null references principal (id),
    by_id          bigint      not null references principal (id),
    by_customer    boolean     not null,
    customer_id    bigint references principal (id),  -- whose thread; null: the author says it to all
    text           text        not null check (char_length(text) <= 500),
    client_key     text        not null,
    at             timestamptz not null,
    deleted_at     timestamptz,
    deleted_by     bigint references principal (id),
    unique (org_id, id),
    unique (org_id, by_id, client_key),
    foreign key (org_id, post_id) references moment_post (org_id, id),
    check (not by_customer or customer_id = by_id)
);
create index moment_comment_post_idx on moment_comment (org_id, post_id, id) where deleted_at is null;
create index moment_comment_author_idx on moment_comment (org_id, post_author_id, at) where by_customer and deleted_at is null;
create index moment_comment_answer_idx on moment_comment (org_id, customer_id, at) where not by_customer and deleted_at is null;

-- Since when something is new for somebody.
create table moment_look (
    org_id       bigint      not null references org (id),
    principal_id bigint      not null references principal (id),
    looked_at    timestamptz not null,
    primary key (org_id, principal_id)
);
