package io.lambdamaven.plugin.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the goals take, as the plugin's descriptor has it from their fields and comments. */
final class GoalParameters {
    private final Map<String, Parameter> byNameAndText = new TreeMap<>();
    private final Set<String> goals = new TreeSet<>();

    /** One parameter of one or more goals. */
    record Parameter(String name, String property, String usual, String text, Set<String> goals) {}

    static GoalParameters read(Path descriptor) throws IOException, SAXException, ParserConfigurationException {
        GoalParameters parameters = new GoalParameters();
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(descriptor.toFile())
                .getDocumentElement();
        for (Element mojo : elements(root, "mojo")) {
            parameters.add(mojo);
        }
        return parameters;
    }

    private void add(Element mojo) {
        String goal = text(mojo, "goal");
        if (goal.equals("help")) {
            return;
        }
        goals.add(goal);
        Element usual = elements(mojo, "configuration").get(0);
        for (Element each : elements(mojo, "parameter")) {
            String name = text(each, "name");
            if (text(each, "editable").equals("true")) {
                List<Element> injected = elements(usual, name);
                String property = injected.isEmpty() ? "" : injected.get(0).getTextContent();
                // Goals may take parameters of one name that are not the same.
                byNameAndText
                        .computeIfAbsent(
                                name + " " + text(each, "description"),
                                key -> new Parameter(
                                        name,
                                        property.replaceAll("[${}]", ""),
                                        injected.isEmpty()
                                                ? ""
                                                : injected.get(0).getAttribute("default-value"),
                                        text(each, "description"),
                                        new TreeSet<>()))
                        .goals()
                        .add(goal);
            }
        }
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip().replaceAll("\\s+", " ");
    }

    Collection<Parameter> all() {
        return byNameAndText.values();
    }

    /** Every goal but {@code help}. */
    Set<String> goals() {
        return goals;
    }

    Parameter named(String name) {
        return byNameAndText.values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no goal takes " + name));
    }
}
