-- Mass messages to groups of customers, and what a rule for words has stopped: docs/decisions/0032.
alter table masssend_mass add column to_groups boolean not null default false;

alter table masssend_recipient
    alter column relation_id drop not null,
    alter column customer_id drop not null,
    add column group_id bigint,                       -- of the module customergroup
    add constraint masssend_recipient_listener_check
        check ((group_id is null) = (customer_id is not null) and (customer_id is null) = (relation_id is null)),
    drop constraint masssend_recipient_result_check,
    add constraint masssend_recipient_result_check
        check (result in ('PENDING', 'SENDING', 'SENT', 'CAPPED', 'OPTED_OUT', 'NO_RELATION', 'BLOCKED', 'DESELECTED', 'NOT_CONFIRMED',
                          'CANCELLED', 'FAILED', 'FORBIDDEN'));
create unique index masssend_recipient_group_idx on masssend_recipient (org_id, mass_id, group_id) where group_id is not null;

-- Customers and groups are counted in the same way.
alter table masssend_quota rename column customer_id to listener_id;
alter table masssend_quota
    drop constraint masssend_quota_customer_id_fkey,
    add column to_group boolean not null default false,
    drop constraint masssend_quota_pkey,
    add primary key (org_id, listener_id, to_group, kind, period);
