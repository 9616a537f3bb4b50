package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.PatientNumber;

/** Patients and the numbers they were known under before. */
@ApplicationScoped
public class Patients {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Until this transaction ends, nobody else makes, merges or first sees a patient of this number. */
    public void lockNumber(PatientNumber number) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .setParameter(1, number.value())
                .getSingleResult();
    }

    /** The patient who has this number, not one who had it before. */
    public Optional<PatientRow> holder(PatientNumber number) {
        return em.createQuery("select p from PatientRow p where p.number = :number", PatientRow.class)
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst();
    }

    /** Who has the place of a number that was given up. */
    public Optional<PatientRow> survivor(PatientNumber prior) {
        List<?> ids = em.createNativeQuery("select patient_id from patient_merge where prior_number = ?")
                .setParameter(1, prior.value())
                .getResultList();
        return ids.stream().findFirst().map(id -> em.find(PatientRow.class, ((Number) id).longValue()));
    }

    /** Whether a message that names this number means this patient. */
    public boolean isSame(PatientRow patient, PatientNumber number) {
        return patient.number().equals(number.value())
                || survivor(number).filter(s -> s.id().equals(patient.id())).isPresent();
    }

    /**
     * Stores some numbers under the key that seals now which are not: from before there was a key, or under an earlier one.
     *
     * @return how many
     */
    public int sealAnew(int most) {
        String prefix = IdentityKeys.inUse().prefix();
        if (prefix.isEmpty()) {
            return 0;
        }
        List<?> ids = em.createNativeQuery("select id from patient where identity_number is not null"
                        + " and not starts_with(identity_number, ?) order by id limit ?")
                .setParameter(1, prefix)
                .setParameter(2, most)
                .getResultList();
        ids.forEach(id -> em.find(PatientRow.class, ((Number) id).longValue(), LockModeType.PESSIMISTIC_WRITE)
                .sealAnew());
        return ids.size();
    }

    public PatientRow add(PatientRow patient) {
        em.persist(patient);
        return patient;
    }

    /** From now on a number means the survivor; so do the numbers that meant its holder. */
    public void giveUp(
            PatientNumber prior, Optional<PatientRow> holder, PatientRow survivor, LocalDateTime told, long messageId) {
        em.flush();
        holder.ifPresent(row -> em.createNativeQuery("update patient_merge set patient_id = ? where patient_id = ?")
                .setParameter(1, survivor.id())
                .setParameter(2, row.id())
                .executeUpdate());
        em.createNativeQuery("insert into patient_merge (prior_number, patient_id, told_at, message_id)"
                        + " values (?, ?, ?, ?)")
                .setParameter(1, prior.value())
                .setParameter(2, survivor.id())
                .setParameter(3, Timestamp.valueOf(told))
                .setParameter(4, messageId)
                .executeUpdate();
    }
}
