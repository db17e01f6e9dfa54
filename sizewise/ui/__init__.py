"""The screen: the only room that imports streamlit and plotly."""
