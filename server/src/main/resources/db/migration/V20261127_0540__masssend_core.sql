-- Messages to many customers: docs/decisions/0025.
create table masssend_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- What is said, by whom, to whom it was meant, and when.
create table masssend_mass (
    id             bigint generated always as identity primary key,
    org_id         bigint      not null references org (id),
    kind           text        not null check (kind in ('COMPANY', 'PERSONAL')),
    author_id      bigint      not null references principal (id),
    client_key     text        not null check (char_length(client_key) between 1 and 64),
    text           text        not null check (char_length(text) <= 2000),
    files          bigint[]    not null check (cardinality(files) <= 9),
    target         jsonb       not null,              -- whom the author asked for
    total          integer     not null,
    send_at        timestamptz,                       -- null: at once
    deadline       timestamptz,                       -- until then employees confirm
    closed_at      timestamptz,                       -- the deadline has passed and was dealt with
    remind_at      timestamptz,                       -- the next reminder by itself; null: none any more
    told           integer     not null default 0,    -- how often employees were told
    reminded_on    date,                              -- the day of the last reminders by hand, and how many
    reminded       integer     not null default 0,
    created_at     timestamptz not null,
    cancelled_at   timestamptz,
    recall_at      timestamptz,                       -- somebody wants it back
    recall_due_at  timestamptz,                       -- the next portion of that; null: nothing is to be done
    recall_reached bigint      not null default 0,    -- the last recipient that was looked at
    unique (org_id, id),
    unique (org_id, author_id, client_key),
    check ((kind = 'COMPANY') = (deadline is not null)),
    check (text <> '' or cardinality(files) > 0)
);
create index masssend_mass_author_idx on masssend_mass (org_id, author_id, id desc);
create index masssend_mass_deadline_idx on masssend_mass (deadline) where closed_at is null;
create index masssend_mass_remind_idx on masssend_mass (remind_at) where remind_at is not null;
create index masssend_mass_recall_idx on masssend_mass (recall_due_at) where recall_due_at is not null;

-- The part of one employee: his own customers, in his name.
create table masssend_share (
    org_id       bigint      not null,
    mass_id      bigint      not null,
    member_id    bigint      not null references principal (id),
    sender_name  text        not null,                -- for the placeholder; stays what it was
    state        text        not null check (state in ('WAITING', 'CONFIRMED', 'DONE', 'EXPIRED', 'CANCELLED')),
    due_at       timestamptz,                         -- the next portion
    total        integer     not null,
    sent         integer     not null default 0,
    left_out     integer     not null default 0,
    confirmed_at timestamptz,
    primary key (org_id, mass_id, member_id),
    foreign key (org_id, mass_id) references masssend_mass (org_id, id),
    check (state <> 'CONFIRMED' or due_at is not null)
);
create index masssend_share_due_idx on masssend_share (due_at) where state = 'CONFIRMED';
create index masssend_share_member_idx on masssend_share (org_id, member_id, mass_id desc);

-- One customer of it, once whoever serves him.
create table masssend_recipient (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null,
    mass_id         bigint      not null,
    member_id       bigint      not null,
    relation_id     bigint      not null,             -- of the module customer
    customer_id     bigint      not null references principal (id),
    result          text        not null default 'PENDING'
                                check (result in ('PENDING', 'SENDING', 'SENT', 'CAPPED', 'OPTED_OUT', 'NO_RELATION', 'BLOCKED',
                                                  'DESELECTED', 'NOT_CONFIRMED', 'CANCELLED', 'FAILED')),
    name            text        not null default '',  -- by which he is addressed, from the moment he is under way
    quota_id        bigint,                           -- under whose caps it was counted: contacts may be merged
    quota_period    date,
    claimed_at      timestamptz,
    decided_at      timestamptz,
    conversation_id bigint,
    seqs            bigint[]    not null default '{}',
    answered_at     timestamptz,
    recall          text        check (recall in ('DONE', 'TOO_LATE', 'FAILED')),
    unique (org_id, mass_id, customer_id),
    foreign key (org_id, mass_id, member_id) references masssend_share (org_id, mass_id, member_id),
    check ((result in ('PENDING', 'SENDING')) = (decided_at is null)),
    check ((result = 'SENT') = (cardinality(seqs) > 0))
);
-- What a portion takes; what was taken leaves it.
create index masssend_recipient_open_idx on masssend_recipient (org_id, mass_id, member_id, id)
    where result in ('PENDING', 'SENDING');
create index masssend_recipient_list_idx on masssend_recipient (org_id, mass_id, id);
create index masssend_recipient_result_idx on masssend_recipient (org_id, mass_id, result, id);
create index masssend_recipient_member_idx on masssend_recipient (org_id, mass_id, member_id, id);
-- Who answers.
create index masssend_recipient_thread_idx on masssend_recipient (org_id, conversation_id) where result = 'SENT';

-- How many a customer got in a month or on a day of the company.
create table masssend_quota (
    org_id      bigint  not null references org (id),
    customer_id bigint  not null references principal (id),
    kind        text    not null check (kind in ('COMPANY', 'PERSONAL')),
    period      date    not null,
    used        integer not null check (used >= 0),
    primary key (org_id, customer_id, kind, period)
);
create index masssend_quota_period_idx on masssend_quota (period);

-- Customers who want none. Who wants them again is taken out.
create table masssend_opt_out (
    org_id          bigint      not null references org (id),
    customer_id     bigint      not null references principal (id),
    way             text        not null check (way in ('PAGE', 'KEYWORD')),
    at              timestamptz not null,
    conversation_id bigint,                           -- where it is still to be confirmed, behind this entry
    seq             bigint,
    primary key (org_id, customer_id)
);
create index masssend_opt_out_confirm_idx on masssend_opt_out (at) where conversation_id is not null;

-- Threads with a mass message in which something was said and not looked at.
create table masssend_feed (
    id              bigint generated always as identity primary key,
    org_id          bigint not null,
    conversation_id bigint not null,
    first_seq       bigint not null
);
