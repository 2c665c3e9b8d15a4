package io.github.musicgen.examples.game;

import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.playback.MidiOutput;
import io.github.musicgen.midi.playback.MidiPortException;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** The game in a window. A thread of its own plays, at its pace, so that nothing that is drawn delays the music. */
final class Window {
    private final JFrame frame = new JFrame("Lantern Boat");
    private final SceneView view = new SceneView();
    private final Steering steering = new Steering();
    private volatile boolean closed;

    private Window() {}

    /** Opens the window and plays until it is closed. */
    static void open(GameOptions options) throws IOException {
        Window window = new Window();
        SwingUtilities.invokeLater(window::show);
        Optional<MidiOutput> output = options.mute() ? Optional.empty() : output();
        try {
            window.play(options, output);
        } finally {
            output.ifPresent(MidiOutput::close);
        }
    }

    private void show() {
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                closed = true;
            }

            @Override
            public void windowDeactivated(WindowEvent event) {
                steering.release();
            }
        });
        frame.addKeyListener(steering);
        frame.getRootPane()
                .registerKeyboardAction(
                        escape -> frame.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        frame.add(view);
        frame.pack();
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
    }

    private static Optional<MidiOutput> output() {
        try {
            MidiOutput output = MidiOutput.openDefault();
            Runtime.getRuntime().addShutdownHook(new Thread(output::close, "release")); // Ctrl-C leaves no note stuck
            return Optional.of(output);
        } catch (MidiPortException none) {
            System.err.println("there will be no sound: " + none.getMessage());
            return Optional.empty();
        }
    }

    private void play(GameOptions options, Optional<MidiOutput> output) throws IOException {
        Instrument instrument = output.<Instrument>map(MidiInstrument::on).orElseGet(Silence::new);
        Function<World, Point> hand = options.autopilot() ? Autopilot::steer : world -> steering.way();
        GameLoop game = GameLoop.load(options.seed(), Game.workshop(options.thread()), instrument, new SliceTimes(0));
        try (game) {
            Pace pace = new Pace();
            while (!closed) {
                pace.await(game.frames());
                game.frame(hand);
                Scene scene = Scene.of(game);
                SwingUtilities.invokeLater(() -> view.show(scene));
            }
        }
        if (options.midi().isPresent()) {
            MidiWriter.write(game.score().toNoteSequence(), options.midi().get());
        }
    }
}
