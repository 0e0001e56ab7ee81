-- Customers out of a spreadsheet. docs/decisions/0030 explains it.

-- One file, for ever: who brought it and what came of it.
create table customerimport_job (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    created_by  bigint      not null references principal (id),
    name        text        not null check (char_length(name) <= 255),
    state       text        not null check (state in ('CHECKED', 'RUNNING', 'DONE', 'CANCELLED')),
    member_id   bigint references principal (id), -- who gets rows without anybody
    known       text        not null check (known in ('SKIP', 'COMPLETE')),
    ignored     text[]      not null,
    locale      text        not null,
    row_count   integer     not null,
    ready_count integer     not null,
    known_count integer     not null,
    bad_count   integer     not null,
    made        integer     not null default 0,
    completed   integer     not null default 0,
    skipped     integer     not null default 0,
    failed      integer     not null default 0,
    created_at  timestamptz not null,
    ended_at    timestamptz,
    unique (org_id, id)
);
-- One at a time: two would not see whom the other one makes.
create unique index customerimport_job_running_idx on customerimport_job (org_id) where state = 'RUNNING';
create index customerimport_job_state_idx on customerimport_job (state) where state = 'RUNNING';

-- Its rows, for thirty days.
create table customerimport_row (
    org_id      bigint  not null,
    import_id   bigint  not null,
    row_no      integer not null, -- as the spreadsheet program numbers it, from 1
    state       text    not null check (state in ('READY', 'KNOWN', 'BAD', 'MADE', 'COMPLETED', 'SKIPPED', 'FAILED')),
    content     jsonb   not null,
    faults      jsonb   not null,
    customer_id bigint,           -- who is known already, or whom it has become
    code        text,             -- why it failed
    primary key (org_id, import_id, row_no),
    foreign key (org_id, import_id) references customerimport_job (org_id, id) on delete cascade
);
create index customerimport_row_customer_idx on customerimport_row (org_id, customer_id) where customer_id is not null;

-- By what those who were brought in are known again. Nobody has proved it.
create table customerimport_contact (
    org_id      bigint not null references org (id),
    kind        text   not null check (kind in ('EMAIL', 'PHONE', 'ROW')),
    value       text   not null,
    customer_id bigint not null,
    primary key (org_id, kind, value),
    foreign key (org_id, customer_id) references customer (org_id, principal_id)
);
create index customerimport_contact_customer_idx on customerimport_contact (org_id, customer_id);
