-- Customers who go from one employee to another: docs/decisions/0022.
create table handover_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- Employees who left or were locked out while customers or codes were theirs.
create table handover_leaver (
    org_id      bigint      not null references org (id),
    member_id   bigint      not null references principal (id),
    kind        text        not null check (kind in ('LEFT', 'DISABLED')),
    lead_id     bigint references principal (id),     -- who led him then and looks after it now
    since       timestamptz not null,
    returned_at timestamptz,
    primary key (org_id, member_id)
);
create index handover_leaver_list_idx on handover_leaver (org_id, member_id desc) where returned_at is null;
create index handover_leaver_lead_idx on handover_leaver (org_id, lead_id) where returned_at is null;

-- One customer who goes from one employee to another, or was to go.
create table handover_transfer (
    id             bigint generated always as identity primary key,
    org_id         bigint      not null references org (id),
    kind           text        not null check (kind in ('ON_JOB', 'LEFT')),
    state          text        not null check (state in ('WAITING', 'DONE', 'REFUSED', 'TAKER_FULL', 'CANCELLED', 'UNDONE')),
    reason         text        check (reason in ('BY_HAND', 'RELATION_CLOSED', 'TAKER_GONE', 'REPLACED')), -- of CANCELLED
    customer_id    bigint      not null references principal (id),
    relation_id    bigint      not null,              -- of the module customer
    to_relation_id bigint,
    joined         boolean     not null default false, -- the next one had a relation already: undoing leaves it open
    from_id        bigint      not null references principal (id),
    to_id          bigint      not null references principal (id),
    message        text        not null default '' check (char_length(message) <= 200),
    history        text        not null default 'ASKED' check (history in ('ASKED', 'GIVEN', 'REFUSED')),
    tags           boolean     not null,
    started_by     bigint      not null references principal (id),
    started_at     timestamptz not null,
    due_at         timestamptz,
    ended_by       bigint references principal (id),  -- null: time
    ended_at       timestamptz,
    run_id         bigint,
    unique (org_id, id),
    check ((state = 'WAITING') = (ended_at is null)),
    check ((state in ('DONE', 'UNDONE')) = (to_relation_id is not null)),
    check ((kind = 'ON_JOB') = (due_at is not null)),
    check ((state = 'CANCELLED') = (reason is not null))
);
-- A customer is asked one thing at a time.
create unique index handover_transfer_waiting_idx on handover_transfer (org_id, customer_id) where state = 'WAITING';
create index handover_transfer_customer_idx on handover_transfer (org_id, customer_id, id desc);
create index handover_transfer_relation_idx on handover_transfer (org_id, relation_id);
create index handover_transfer_to_relation_idx on handover_transfer (org_id, to_relation_id) where to_relation_id is not null;
create index handover_transfer_from_idx on handover_transfer (org_id, from_id, id desc);
create index handover_transfer_to_idx on handover_transfer (org_id, to_id, id desc);
create index handover_transfer_starter_idx on handover_transfer (org_id, started_by, id desc);
create index handover_transfer_list_idx on handover_transfer (org_id, id desc);
create index handover_transfer_day_idx on handover_transfer (org_id, started_at);

-- Everything of one leaver is given to one colleague or spread over several, customer by customer.
create table handover_run (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    member_id   bigint      not null references principal (id),
    takers      bigint[]    not null check (cardinality(takers) between 1 and 50),
    message     text        not null default '' check (char_length(message) <= 200),
    state       text        not null check (state in ('RUNNING', 'DONE', 'TAKERS_FULL', 'STOPPED')),
    total       integer     not null,
    done        integer     not null default 0,
    skipped     integer     not null default 0,       -- taken away by somebody else meanwhile, or not to be moved
    reached     bigint      not null default 0,       -- the last relation that was looked at
    started_by  bigint      not null references principal (id),
    started_at  timestamptz not null,
    ended_at    timestamptz,
    unique (org_id, id),
    check ((state = 'RUNNING') = (ended_at is null))
);
create unique index handover_run_running_idx on handover_run (org_id, member_id) where state = 'RUNNING';
create index handover_run_member_idx on handover_run (org_id, member_id, id desc);

-- Who decided what. Nothing is ever taken out.
create table handover_audit (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    actor_id    bigint references principal (id),     -- null: time, or a rule
    kind        text        not null,
    transfer_id bigint,
    member_id   bigint references principal (id),     -- the leaver
    detail      jsonb       not null,
    at          timestamptz not null
);
create index handover_audit_list_idx on handover_audit (org_id, id desc);

-- Whose codes lead where, when somebody leaves.
create index contactway_people_idx on contactway using gin (people) where deleted_at is null;
