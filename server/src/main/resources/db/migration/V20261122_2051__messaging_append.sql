-- One batch of drafts, sorted by conversation, appended in one call. The arrays run in parallel; 0 stands for "none" in arrays of
-- numbers. Each statement sees what was committed before it (read committed), so everything behind the first one sees the truth
-- under the locks. Answers one row for each draft, in the same order:
--   STORED      appended: seq, message_no, at
--   REPEATED    the key is known with the same digest, or the target was recalled before: the first answer
--   else        the refusal, as a constant of MessagingProblem
-- The planner settings keep index scans although the plans are made while the tables are still small.
create function messaging_append(
    p_conversation bigint[], p_org bigint[], p_sender bigint[], p_key text[], p_kind text[], p_digest bytea[],
    p_target bigint[], p_recall_since bigint[], p_reply_to bigint[], p_mention_all boolean[], p_body text[], p_at bigint[],
    p_mention_ord integer[], p_mention bigint[])
returns table (outcome text, seq bigint, message_no bigint, at timestamptz,
               quote_sender bigint, quote_kind text, quote_excerpt text, outbox_id bigint)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
    v_outcome text[];
    v_seq     bigint[];
    v_no      bigint[];
    v_at      timestamptz[];
    v_quote_sender  bigint[];
    v_quote_kind    text[];
    v_quote_excerpt text[];
    v_outbox  bigint;
begin
    perform h.conversation_id from messaging_head h
    where h.conversation_id = any (p_conversation)
    order by h.conversation_id
    for no key update;

    select array_agg(n.outcome),
           array_agg(case when n.outcome = 'STORED' then n.head_seq + n.step else n.known_seq end),
           array_agg(case when n.outcome = 'STORED' then n.head_no + n.message_step else n.known_no end),
           array_agg(case when n.outcome = 'STORED' then n.draft_at else n.known_at end),
           array_agg(n.quote_sender), array_agg(n.quote_kind), array_agg(n.quote_excerpt)
    into v_outcome, v_seq, v_no, v_at, v_quote_sender, v_quote_kind, v_quote_excerpt
    from (
        select d.*,
               count(*) filter (where d.outcome = 'STORED') over conversation as step,
               count(*) filter (where d.outcome = 'STORED' and d.kind in ('TEXT', 'IMAGE', 'FILE')) over conversation as message_step
        from (
            select i.ord, i.conversation_id, i.kind, h.seq as head_seq, h.message_no as head_no,
                   timestamptz 'epoch' + i.at * interval '1 millisecond' as draft_at,
                   coalesce(e.seq, r.seq) as known_seq,
                   coalesce(e.message_no, r.message_no) as known_no,
                   coalesce(e.created_at, r.created_at) as known_at,
                   case when i.reply_to > 0 then t.sender_id end as quote_sender,
                   case when i.reply_to > 0 then t.kind end as quote_kind,
                   case when i.reply_to > 0 and t.recalled_by_seq is null
                       then left(coalesce(t.body ->> 'text', t.body -> 'file' ->> 'name', ''), 100) end as quote_excerpt,
                   case
                       when e.seq is not null and e.digest = i.digest then 'REPEATED'
                       when e.seq is not null then 'KEY_CONFLICT'
                       when m.principal_id is null then 'NOT_FOUND'
                       when c.dissolved_at is not null then 'DISSOLVED'
                       when m.left_at is not null then 'NOT_FOUND'
                       when i.target > 0 then
                           case
                               when t.seq is null or t.seq < m.from_seq or t.kind in ('RECALL', 'SYSTEM') then 'ENTRY_NOT_FOUND'
                               when t.sender_id <> i.sender and not (c.kind = 'GROUP' and m.role <> 'MEMBER') then 'NOT_THE_SENDER'
                               when t.recalled_by_seq is not null then 'REPEATED'
                               when t.created_at < timestamptz 'epoch' + i.recall_since * interval '1 millisecond'
                                   and not (c.kind = 'GROUP' and m.role <> 'MEMBER') then 'RECALL_TOO_LATE'
                               else 'STORED'
                           end
                       when c.closed then 'PEER_UNAVAILABLE'
                       when i.reply_to > 0 and (t.seq is null or t.seq < m.from_seq or t.kind in ('RECALL', 'SYSTEM'))
                           then 'ENTRY_NOT_FOUND'
                       when i.mention_all and m.role = 'MEMBER' and (c.settings ->> 'mentionAllAdminsOnly')::boolean
                           then 'MENTION_ALL_ADMINS_ONLY'
                       else 'STORED'
                   end as outcome
            from unnest(p_conversation, p_org, p_sender, p_key, p_kind, p_digest, p_target, p_recall_since, p_reply_to,
                        p_mention_all, p_at) with ordinality
                as i (conversation_id, org_id, sender, key, kind, digest, target, recall_since, reply_to, mention_all, at, ord)
            left join messaging_head h on h.conversation_id = i.conversation_id and h.org_id = i.org_id
            left join messaging_conversation c on c.id = h.conversation_id
            left join messaging_entry e
                on e.conversation_id = h.conversation_id and e.sender_id = i.sender and e.client_key = i.key
            left join messaging_member m on m.conversation_id = h.conversation_id and m.principal_id = i.sender
            left join messaging_entry t
                on t.conversation_id = h.conversation_id and t.seq = nullif(greatest(i.target, i.reply_to), 0)
            left join messaging_entry r on i.target > 0 and r.conversation_id = t.conversation_id and r.seq = t.recalled_by_seq
        ) d
        window conversation as (partition by d.conversation_id order by d.ord)
        order by d.ord
    ) n;

    insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, kind, client_key, digest, target_seq,
                                 reply_to, body, created_at)
    select i.conversation_id, i.seq, i.org_id, i.no, i.sender, i.kind, i.key, i.digest, nullif(i.target, 0),
           nullif(i.reply_to, 0), i.body::jsonb, i.at
    from unnest(p_conversation, v_seq, p_org, v_no, p_sender, p_kind, p_key, p_digest, p_target, p_reply_to, p_body, v_at, v_outcome)
        as i (conversation_id, seq, org_id, no, sender, kind, key, digest, target, reply_to, body, at, outcome)
    where i.outcome = 'STORED';

    if found then
        update messaging_head h
        set seq = x.seq, message_no = x.no, moved_xid = pg_current_xact_id(), moved_at = x.at
        from (
            select i.conversation_id, max(i.seq) as seq, max(i.no) as no, max(i.at) as at
            from unnest(p_conversation, v_seq, v_no, v_at, v_outcome) as i (conversation_id, seq, no, at, outcome)
            where i.outcome = 'STORED'
            group by i.conversation_id
        ) x
        where h.conversation_id = x.conversation_id;

        insert into messaging_outbox (conversations, seqs)
        select array_agg(i.conversation_id), array_agg(i.seq)
        from unnest(p_conversation, v_seq, v_outcome) as i (conversation_id, seq, outcome)
        where i.outcome = 'STORED'
        returning id into v_outbox;

        if 'RECALL' = any (p_kind) then
            update messaging_entry t
            set recalled_by_seq = i.seq
            from unnest(p_conversation, v_seq, p_target, p_kind, v_outcome) as i (conversation_id, seq, target, kind, outcome)
            where i.outcome = 'STORED' and i.kind = 'RECALL'
              and t.conversation_id = i.conversation_id and t.seq = i.target;

            delete from messaging_mention m
            using unnest(p_conversation, p_target, p_kind, v_outcome) as i (conversation_id, target, kind, outcome)
            where i.outcome = 'STORED' and i.kind = 'RECALL'
              and m.conversation_id = i.conversation_id and m.seq = i.target;
        end if;

        if cardinality(p_mention) > 0 then
            insert into messaging_mention (conversation_id, principal_id, seq, org_id)
            select p_conversation[i.ord], i.principal_id, v_seq[i.ord], p_org[i.ord]
            from unnest(p_mention_ord, p_mention) as i (ord, principal_id)
            where v_outcome[i.ord] = 'STORED'
              and (i.principal_id = 0 or exists (
                  select 1 from messaging_member m
                  where m.conversation_id = p_conversation[i.ord] and m.principal_id = i.principal_id and m.left_at is null));
        end if;
    end if;

    return query
    select i.outcome, i.seq, i.no, i.at, i.quote_sender, i.quote_kind, i.quote_excerpt, v_outbox
    from unnest(v_outcome, v_seq, v_no, v_at, v_quote_sender, v_quote_kind, v_quote_excerpt)
        as i (outcome, seq, no, at, quote_sender, quote_kind, quote_excerpt);
end
$$;
