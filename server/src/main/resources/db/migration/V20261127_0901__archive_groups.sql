-- Groups of customers are archived, too, as far as the customers in them agreed: docs/decisions/0032. What customers agreed to so far says
-- nothing of groups, so everybody is asked again.
alter table archive_span
    add column tell_failures integer not null default 0,
    add column tell_at       timestamptz;

-- Groups in which a customer sits or sat who agreed at any time.
create table archive_room (
    org_id          bigint not null,
    conversation_id bigint not null,
    customer_id     bigint not null references principal (id),
    primary key (org_id, conversation_id, customer_id)
);
create index archive_room_customer_idx on archive_room (org_id, customer_id);

update archive_setting set notice_version = notice_version + 1;
update archive_answer set until_at = greatest(at, now()) where agreed and until_at is null;
