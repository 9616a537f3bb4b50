package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;

/**
 * The chronic and special diseases that persons are registered for, and what the fund paid for each in a year. In the
 * caller's transaction.
 */
@ApplicationScoped
public class RegisteredDiseases {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** All that a person has, expired ones too, by disease and beginning. */
    public List<DiseaseRegistration> of(Membership membership) {
        return new Sql(em)
                .list(
                        "select * from disease_registration where member_number = ? and insurance_type = ?"
                                + " order by disease, valid_from",
                        RegisteredDiseases::registration,
                        membership.memberNumber(),
                        membership.insuranceType().name());
    }

    private static DiseaseRegistration registration(ResultSet row) throws SQLException {
        return new DiseaseRegistration(
                row.getString("disease"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                Optional.ofNullable(row.getString("hospital")),
                Optional.ofNullable(row.getBigDecimal("yearly_limit")).map(Money::new));
    }

    /** What the fund paid for a disease in a year, never below nothing. */
    public Money used(Membership membership, int year, String disease) {
        return new Sql(em)
                        .list(
                                "select fund from disease_year where member_number = ? and insurance_type = ? and year = ?"
                                        + " and disease = ?",
                                row -> new Money(row.getBigDecimal("fund")).floorZero(),
                                membership.memberNumber(),
                                membership.insuranceType().name(),
                                year,
                                disease)
                        .stream()
                        .findFirst()
                        .orElse(Money.ZERO);
    }

    /** The fund paid for a disease, or gets it back. */
    public void move(Membership membership, int year, String disease, Money fund) {
        put(membership, year, disease, fund, "disease_year.fund + excluded.fund");
    }

    /** The payer's word is the truth: what stood here is what it reports from now on. */
    public void reported(Membership membership, int year, List<DiseaseStanding> report) {
        List<DiseaseRegistration> told =
                report.stream().map(DiseaseStanding::registration).toList();
        // written only where it changed: it is asked at each step of a visit, and seldom says anything new
        if (!new HashSet<>(told).equals(new HashSet<>(of(membership)))) {
            replace(membership, told);
        }
        report.forEach(
                standing -> put(membership, year, standing.registration().disease(), standing.used(), "excluded.fund"));
    }

    private void replace(Membership membership, List<DiseaseRegistration> told) {
        Sql sql = new Sql(em);
        String member = membership.memberNumber();
        String insurance = membership.insuranceType().name();
        // two reports on one person come one after the other
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 4))", row -> true, member + " " + insurance);
        sql.run("delete from disease_registration where member_number = ? and insurance_type = ?", member, insurance);
        for (DiseaseRegistration one : told) {
            sql.run(
                    "insert into disease_registration (member_number, insurance_type, disease, name, valid_from,"
                            + " valid_to, hospital, yearly_limit) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    member,
                    insurance,
                    one.disease(),
                    one.name(),
                    one.from(),
                    one.to().orElse(null),
                    one.hospital().orElse(null),
                    one.limit().map(Money::yuan).orElse(null));
        }
    }

    private void put(Membership membership, int year, String disease, Money fund, String sum) {
        new Sql(em)
                .run(
                        "insert into disease_year (member_number, insurance_type, year, disease, fund)"
                                + " values (?, ?, ?, ?, ?) on conflict (member_number, insurance_type, year, disease)"
                                + " do update set fund = " + sum,
                        membership.memberNumber(),
                        membership.insuranceType().name(),
                        year,
                        disease,
                        fund.yuan());
    }
}
