package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yibaoban.his.tabular.TableMap;
import org.yibaoban.his.tabular.TableMaps;
import org.yibaoban.portal.i18n.Language;

/** The column maps as pages show them. */
@ApplicationScoped
public class Tables {

    @Inject
    private TableMaps maps;

    @Inject
    private Language language;

    public List<TableMap> all() {
        return maps.all();
    }

    /** Ids of the maps whose views are polled. */
    public List<String> views() {
        return maps.views().stream().map(TableMap::id).toList();
    }

    public Optional<TableMap> find(String id) {
        return maps.find(id);
    }

    /** The name of a map in the session's language; of one that is no longer there its id. */
    public String name(String id) {
        return maps.find(id)
                .map(found -> language.pick(found.chinese(), found.english()) + " (" + found.source() + ")")
                .orElse(id);
    }
}
