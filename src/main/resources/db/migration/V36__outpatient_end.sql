-- An outpatient visit of which the HIS tells no end ends with its last charge when it is claimed for.
alter table visit add column ended_by_claim boolean not null default false;

-- What the billing desk lists when nothing is searched for: over, or an outpatient visit with charges, and not settled.
create index visit_to_settle on visit (coalesce(discharged_at, admitted_at) desc)
    where (claim_state is null or claim_state <> 'SETTLED')
    and (status = 'DISCHARGED' or (status = 'ADMITTED' and type = 'OUTPATIENT' and line_count > 0));
