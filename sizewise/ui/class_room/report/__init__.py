"""What a teacher sees of a class: one view a file, each the same for a projector without names."""
