-- Groups of staff and customers: docs/decisions/0023.
create table customergroup_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

create table customergroup (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null references org (id),
    conversation_id bigint unique,                    -- null while it is made
    owner_id        bigint      not null references principal (id),
    opened_by       bigint      not null references principal (id),
    open_key        text        not null,
    first_staff     bigint[]    not null,             -- who is to be in it from the beginning
    first_customers bigint[]    not null,
    title           text        not null check (char_length(title) <= 100),
    notice          text        not null default '' check (char_length(notice) <= 2000),
    notice_by       bigint references principal (id),
    notice_at       timestamptz,
    name_locked     boolean     not null default true,
    muted_all       boolean     not null default false,
    welcome         jsonb,
    replies         jsonb       not null default '[]',
    replied         jsonb       not null default '{}', -- when each reply was given last, by its place
    customers       integer     not null default 0,
    log_seq         bigint      not null default 0,    -- how far its log was read
    greeted_no      integer     not null default 0,
    greet_at        timestamptz,                       -- somebody waits for his welcome until then
    greeted_at      timestamptz,
    version         integer     not null default 1,
    created_at      timestamptz not null,
    dissolved_at    timestamptz,
    unique (org_id, id),
    unique (org_id, opened_by, open_key)
);
create index customergroup_list_idx on customergroup (org_id, id desc) where dissolved_at is null;
create index customergroup_owner_idx on customergroup (org_id, owner_id, id desc) where dissolved_at is null;
create index customergroup_greet_idx on customergroup (greet_at) where greet_at is not null;
create index customergroup_unopened_idx on customergroup (created_at) where conversation_id is null and dissolved_at is null;

-- Who is in which group, as its log says: a read model, and what belongs to a customer's place.
create table customergroup_member (
    org_id      bigint      not null,
    group_id    bigint      not null,
    person_id   bigint      not null references principal (id),
    guest       boolean     not null,
    role        text        not null default 'MEMBER' check (role in ('OWNER', 'ADMIN', 'MEMBER')),
    via         text        not null check (via in ('FIRST', 'INVITED', 'CODE')),
    code_id     bigint,                               -- of the module groupcode
    invited_by  bigint references principal (id),
    state       text        not null default '' check (char_length(state) <= 30),
    joined_at   timestamptz not null,
    left_at     timestamptz,
    greeting    integer,                              -- 0: he waits for a welcome; else the number of his
    muted_until timestamptz,
    primary key (org_id, group_id, person_id),
    foreign key (org_id, group_id) references customergroup (org_id, id)
) with (fillfactor = 80);
create index customergroup_member_person_idx on customergroup_member (org_id, person_id, group_id desc) where left_at is null;
create index customergroup_member_code_idx on customergroup_member (org_id, code_id) where code_id is not null;
create index customergroup_member_greet_idx on customergroup_member (org_id, group_id) where greeting = 0;
create index customergroup_member_muted_idx on customergroup_member (org_id, group_id) where muted_until is not null;

-- Whom somebody let into a group a moment ago, and how: the log says only that he came.
create table customergroup_arrival (
    org_id      bigint      not null,
    group_id    bigint      not null,
    customer_id bigint      not null references principal (id),
    code_id     bigint,
    by_id       bigint references principal (id),
    state       text        not null check (char_length(state) <= 30),
    at          timestamptz not null,
    primary key (org_id, group_id, customer_id),
    foreign key (org_id, group_id) references customergroup (org_id, id)
);
create index customergroup_arrival_age_idx on customergroup_arrival (at);

-- Groups whose log has moved.
create table customergroup_feed (
    id              bigint generated always as identity primary key,
    org_id          bigint not null references org (id),
    conversation_id bigint not null
);

-- What is to be done in a group: once, also after a crash.
create table customergroup_task (
    id       bigint generated always as identity primary key,
    org_id   bigint      not null,
    group_id bigint      not null,
    key      text        not null,
    work     jsonb       not null,
    due_at   timestamptz not null,
    unique (org_id, group_id, key),
    foreign key (org_id, group_id) references customergroup (org_id, id)
);
create index customergroup_task_due_idx on customergroup_task (due_at, id);

-- What happened in a group on a day of the company.
create table customergroup_day (
    org_id            bigint  not null,
    group_id          bigint  not null,
    day               date    not null,
    came              integer not null default 0,
    gone              integer not null default 0,
    messages          integer not null default 0,
    customer_messages integer not null default 0,
    active            integer not null default 0,
    primary key (org_id, group_id, day),
    foreign key (org_id, group_id) references customergroup (org_id, id)
) with (fillfactor = 50);
create index customergroup_day_total_idx on customergroup_day (org_id, day);

-- Which customers wrote on a day.
create table customergroup_active (
    org_id      bigint not null,
    group_id    bigint not null,
    day         date   not null,
    customer_id bigint not null references principal (id),
    primary key (org_id, group_id, day, customer_id),
    foreign key (org_id, group_id) references customergroup (org_id, id)
);

-- Seats that went to another contact because both were one person.
create table customergroup_moved (
    org_id   bigint  not null,
    merge_id bigint  not null,
    group_id bigint  not null,
    both_in  boolean not null,                        -- the kept one was in it already
    primary key (org_id, merge_id, group_id),
    foreign key (org_id, group_id) references customergroup (org_id, id)
);
