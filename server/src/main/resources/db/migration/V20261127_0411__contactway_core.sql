-- Codes by which customers come.
create table contactway (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    code       text        not null unique check (code ~ '^[A-Za-z0-9]{12}$'),
    kind       text        not null check (kind in ('PERSONAL', 'SHARED')),
    owner_id   bigint      not null references principal (id), -- PERSONAL: whose card; SHARED: who made it and sees what waits
    title      text        not null check (char_length(title) <= 30),
    remark     text        not null check (char_length(remark) <= 30),
    state      text        not null check (char_length(state) <= 30),
    content    jsonb       not null,                  -- people, slots, caps, backups, tags, welcome …
    people     bigint[]    not null,                  -- everybody in it, backups too
    ends_at    timestamptz,                           -- of a temporary one
    deleted_at timestamptz,
    version    integer     not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (org_id, id),
    check (kind = 'SHARED' or ends_at is null)
);
create unique index contactway_personal_idx on contactway (org_id, owner_id) where kind = 'PERSONAL';
create index contactway_list_idx on contactway (org_id, id desc) where kind = 'SHARED' and deleted_at is null;

-- One row for each code and day of the company: the lock under which arrivals take turns, and what is counted on it.
create table contactway_day (
    org_id bigint  not null,
    way_id bigint  not null,
    day    date    not null,
    turn   integer not null default 0,                -- arrivals that were given to somebody so far
    opened integer not null default 0,
    again  integer not null default 0,                -- came back to what they had
    waited integer not null default 0,
    primary key (org_id, way_id, day),
    foreign key (org_id, way_id) references contactway (org_id, id)
) with (fillfactor = 50);

-- Looks at the page, counted apart so that looking never waits for arriving.
create table contactway_view (
    org_id bigint  not null,
    way_id bigint  not null,
    day    date    not null,
    views  integer not null,
    primary key (org_id, way_id, day),
    foreign key (org_id, way_id) references contactway (org_id, id)
) with (fillfactor = 50);

-- Whom a code gave how many on a day.
create table contactway_taken (
    org_id    bigint  not null,
    way_id    bigint  not null,
    day       date    not null,
    member_id bigint  not null references principal (id),
    taken     integer not null,
    beyond    integer not null,                       -- of them as a backup or beyond the cap
    last_turn integer not null,
    primary key (org_id, way_id, day, member_id),
    foreign key (org_id, way_id) references contactway (org_id, id)
) with (fillfactor = 50);

-- Customers who came and have nobody yet.
create table contactway_wait (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null,
    way_id      bigint      not null,
    customer_id bigint      not null references principal (id),
    member_id   bigint references principal (id),     -- who has to accept; null: whoever can
    reason      text        not null check (reason in ('ACCEPTANCE', 'UNASSIGNED')),
    status      text        not null default 'WAITING' check (status in ('WAITING', 'TAKEN', 'REFUSED')),
    state       text        not null check (char_length(state) <= 30),
    relation_id bigint,
    since       timestamptz not null,
    ended_at    timestamptz,
    ended_by    bigint references principal (id),
    unique (org_id, id),
    foreign key (org_id, way_id) references contactway (org_id, id),
    check ((status = 'WAITING') = (ended_at is null)),
    check ((reason = 'ACCEPTANCE') = (member_id is not null))
);
create unique index contactway_wait_open_idx on contactway_wait (org_id, way_id, customer_id) where status = 'WAITING';
create index contactway_wait_list_idx on contactway_wait (org_id, id) where status = 'WAITING';
create index contactway_wait_customer_idx on contactway_wait (org_id, customer_id, id desc);

-- How an employee looks to customers, and when he is there.
create table contactway_card (
    org_id     bigint      not null references org (id),
    member_id  bigint      not null references principal (id),
    content    jsonb       not null,
    changed_at timestamptz not null,
    primary key (org_id, member_id)
);
