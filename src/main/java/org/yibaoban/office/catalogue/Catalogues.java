package org.yibaoban.office.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.Composition;
import org.yibaoban.catalogue.Registers;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.CatalogueRows;

/**
 * The catalogue as this instance has it: the seed of {@code config/catalogue} with every release on top. Whoever works
 * takes {@link #current()} once and asks the database nothing; a timer looks each second whether there is a newer edition.
 */
@ApplicationScoped
public class Catalogues {

    private static final Logger LOG = System.getLogger(Catalogues.class.getName());

    @Inject
    private Registers seed;

    @Inject
    private Hospital hospital;

    @Inject
    private CatalogueRows rows;

    private volatile Edition edition;

    @PostConstruct
    void begin() {
        edition = new Edition(0, seed, Composition.of(seed, hospital.level()), ItemLookup.of(seed));
        refresh();
    }

    /** The items that are charged, as this instance has them now. */
    public Catalogue current() {
        return edition.catalogue();
    }

    public Edition edition() {
        return edition;
    }

    /** Takes over what was released since, by whatever instance. Without a release it is one look at an index. */
    public synchronized void refresh() {
        if (rows.edition() <= edition.number()) {
            return;
        }
        List<CatalogueRows.Released> released = rows.after(edition.number());
        Registers registers = edition.registers();
        long number = edition.number();
        for (CatalogueRows.Released release : released) {
            registers = registers.release(release.day(), release.changes());
            number = release.edition();
        }
        edition = new Edition(
                number,
                registers,
                Composition.of(registers, hospital.level()),
                ItemLookup.of(registers, edition.lookup()));
        LOG.log(
                Level.INFO,
                "catalogue edition {0}: {1} items",
                number,
                edition.catalogue().size());
    }
}
